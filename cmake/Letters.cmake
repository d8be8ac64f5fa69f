# The letters of title cards: outlines of the faces in assets/letters.txt, and the edition of what draws with them.
rialto_tool(pack_letters)
target_link_libraries(pack_letters PRIVATE PkgConfig::HARFBUZZ)

# rialto_letters(RESULT): the sources that hold both.
function(rialto_letters result)
  set(list ${CMAKE_SOURCE_DIR}/assets/letters.txt)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/card/*.cpp ${CMAKE_SOURCE_DIR}/src/card/*.h)
  set(folder ${CMAKE_BINARY_DIR}/gen/card)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(
    OUTPUT ${folder}/letters.gen.cpp
    COMMAND pack_letters letters ${list} ${folder}/letters.gen.cpp
    DEPENDS pack_letters ${list}
    COMMENT "Packing the letters of title cards" VERBATIM)
  add_custom_command(
    OUTPUT ${folder}/edition.gen.cpp
    COMMAND pack_letters edition ${folder}/edition.gen.cpp ${list} ${sources}
    DEPENDS pack_letters ${list} ${sources}
    COMMENT "Naming the edition of title cards" VERBATIM)
  set(${result} ${folder}/letters.gen.cpp ${folder}/edition.gen.cpp PARENT_SCOPE)
endfunction()
