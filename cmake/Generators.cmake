# Our own generators, and what each layer gets from them.
function(rialto_tool name)
  if(NOT EXISTS ${CMAKE_SOURCE_DIR}/tools/${name}.cpp)
    return()
  endif()
  add_executable(${name} ${CMAKE_SOURCE_DIR}/tools/${name}.cpp)
  target_compile_features(${name} PRIVATE cxx_std_20)
  target_compile_options(${name} PRIVATE -Wall -Wextra -Wpedantic -Wshadow)
endfunction()

rialto_tool(check_layers)
rialto_tool(sql2cpp)
rialto_tool(html2cpp)
rialto_tool(say2cpp)
target_link_libraries(say2cpp PRIVATE PkgConfig::ICU)
include(Assets)
include(Letters)

# rialto_texts(RESULT): what pages say. Each section has a file in each language's folder; src/say/en is the reference.
function(rialto_texts result)
  file(GLOB folders CONFIGURE_DEPENDS LIST_DIRECTORIES true RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/src/say/*)
  list(FILTER folders EXCLUDE REGEX "\\.(h|cpp)$")
  list(REMOVE_ITEM folders src/say/en)
  list(PREPEND folders src/say/en)
  file(GLOB texts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/say/*/*.txt)
  set(folder ${CMAKE_BINARY_DIR}/gen/say)
  set(outputs ${folder}/language.h)
  add_custom_command(
    OUTPUT ${folder}/language.h
    COMMAND say2cpp languages ${folder} ${folders}
    DEPENDS say2cpp
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Naming the languages" VERBATIM)
  set(names "")
  foreach(file IN LISTS texts)
    get_filename_component(name ${file} NAME_WE)
    list(APPEND names ${name})
  endforeach()
  list(REMOVE_DUPLICATES names)
  foreach(name IN LISTS names)
    set(files ${texts})
    list(FILTER files INCLUDE REGEX "/${name}\\.txt$")
    add_custom_command(
      OUTPUT ${folder}/${name}.h ${folder}/${name}.cpp
      COMMAND say2cpp texts ${folder} ${name} ${folders}
      DEPENDS say2cpp ${files}
      WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
      COMMENT "Compiling what pages say about ${name}" VERBATIM)
    list(APPEND outputs ${folder}/${name}.h ${folder}/${name}.cpp)
  endforeach()
  set(${result} ${outputs} PARENT_SCOPE)
endfunction()

# rialto_generated(LAYER RESULT): headers and sources made from the layer's .sql files and pages.
function(rialto_generated layer result)
  set(outputs "")
  file(GLOB statements CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${layer}/*.sql)
  foreach(file IN LISTS statements)
    get_filename_component(noun ${file} NAME)
    set(out ${CMAKE_BINARY_DIR}/gen/${layer}/${noun}.h)
    add_custom_command(
      OUTPUT ${out}
      COMMAND sql2cpp statements ${file} ${out}
      DEPENDS sql2cpp ${file}
      COMMENT "Compiling the statements of ${layer}/${noun}" VERBATIM)
    list(APPEND outputs ${out})
    set_property(GLOBAL APPEND PROPERTY RIALTO_STATEMENTS ${layer}/${noun})
  endforeach()
  if(layer STREQUAL "db")
    file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/db/migrations/*.sql)
    set(out ${CMAKE_BINARY_DIR}/gen/db/migrations.gen.cpp)
    add_custom_command(
      OUTPUT ${out}
      COMMAND sql2cpp migrations ${CMAKE_SOURCE_DIR}/src/db/migrations ${out}
      DEPENDS sql2cpp ${migrations}
      COMMENT "Compiling the migrations" VERBATIM)
    list(APPEND outputs ${out})
  endif()
  file(GLOB pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${layer}/pages/*.html)
  foreach(file IN LISTS pages)
    file(RELATIVE_PATH page ${CMAKE_SOURCE_DIR} ${file})
    get_filename_component(name ${file} NAME)
    set(folder ${CMAKE_BINARY_DIR}/gen/${layer}/pages)
    add_custom_command(
      OUTPUT ${folder}/${name}.h ${folder}/${name}.cpp
      COMMAND html2cpp ${page} ${folder}
      DEPENDS html2cpp ${file}
      WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
      COMMENT "Compiling the page ${name}" VERBATIM)
    list(APPEND outputs ${folder}/${name}.h ${folder}/${name}.cpp)
  endforeach()
  if(layer STREQUAL "say")
    rialto_texts(texts)
    list(APPEND outputs ${texts})
  endif()
  if(layer STREQUAL "card")
    rialto_letters(letters)
    list(APPEND outputs ${letters})
  endif()
  if(layer STREQUAL "web")
    rialto_assets(assets)
    list(APPEND outputs ${assets})
  endif()
  set(${result} ${outputs} PARENT_SCOPE)
endfunction()

# gen/all_statements.h: every statement of every layer, for the tests that run them all on both databases.
function(rialto_list_statements)
  get_property(nouns GLOBAL PROPERTY RIALTO_STATEMENTS)
  set(includes "")
  set(lists "")
  foreach(noun IN LISTS nouns)
    string(APPEND includes "#include \"${noun}.h\"\n")
    string(REGEX REPLACE "/|\\.sql" "_" list "${noun}")
    string(APPEND lists "    for (const auto* one : sql::${list}statements) all.push_back(one);\n")
  endforeach()
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/gen/all_statements.h CONTENT
"// Made by cmake/Generators.cmake.
#pragma once

#include <vector>

${includes}
namespace rialto {

inline std::vector<const Statement*> all_statements() {
  std::vector<const Statement*> all;
${lists}  return all;
}

}  // namespace rialto
")
endfunction()
