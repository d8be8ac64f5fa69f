# The assets of the pages: fonts are cut and packed, then everything is compressed and embedded into the program.
find_program(HB_SUBSET hb-subset)
find_program(WOFF2_COMPRESS woff2_compress)
if(NOT HB_SUBSET OR NOT WOFF2_COMPRESS)
  message(FATAL_ERROR "The fonts can't be packed: install libharfbuzz-bin and woff2 (apt install libharfbuzz-bin woff2)")
endif()

rialto_tool(pack_assets)
target_link_libraries(pack_assets PRIVATE PkgConfig::BROTLI ZLIB::ZLIB)

# rialto_fonts(RESULT): one .woff2 for each row of assets/fonts.txt.
function(rialto_fonts result)
  set(list ${CMAKE_SOURCE_DIR}/assets/fonts.txt)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${list})
  file(STRINGS ${list} rows REGEX "^[a-z]")
  set(outputs "")
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/fonts)
  foreach(row IN LISTS rows)
    string(REGEX MATCH "^([^ |]+) \\| ([^ |]+) \\| ([^ |]+) \\| ([^ |]+)$" whole "${row}")
    set(font ${CMAKE_BINARY_DIR}/fonts/${CMAKE_MATCH_1})
    set(source /usr/share/fonts/opentype/${CMAKE_MATCH_2})
    set(features ${CMAKE_MATCH_3})
    set(letters ${CMAKE_MATCH_4})
    if(NOT EXISTS ${source})
      message(FATAL_ERROR "${source} is missing: install fonts-inter, fonts-ebgaramond and fonts-bebas-neue")
    endif()
    add_custom_command(
      OUTPUT ${font}.woff2
      COMMAND ${HB_SUBSET} --unicodes=${letters} --layout-features=${features} --no-hinting --output-file=${font}.otf ${source}
      COMMAND ${WOFF2_COMPRESS} ${font}.otf > ${font}.log 2>&1
      DEPENDS ${list}
      COMMENT "Packing the font ${CMAKE_MATCH_1}" VERBATIM)
    list(APPEND outputs ${font}.woff2)
  endforeach()
  set(${result} ${outputs} PARENT_SCOPE)
endfunction()

# rialto_assets(RESULT): the source that embeds all assets.
function(rialto_assets result)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/*.css ${CMAKE_SOURCE_DIR}/assets/*.js ${CMAKE_SOURCE_DIR}/assets/*.svg)
  file(GLOB parts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/parts/*)
  rialto_fonts(fonts)
  set(out ${CMAKE_BINARY_DIR}/gen/web/assets.gen.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND pack_assets ${CMAKE_BINARY_DIR}/gen/web ${fonts} ${files}
    DEPENDS pack_assets ${fonts} ${files} ${parts}
    COMMENT "Packing the assets" VERBATIM)
  set(${result} ${out} PARENT_SCOPE)
endfunction()
