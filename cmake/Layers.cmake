# A layer is a folder of src/: one static library that may include itself and the layers it uses, nothing else.

set(RIALTO_LIBRARIES_base   PkgConfig::ICU PkgConfig::SODIUM spdlog::spdlog Threads::Threads)
set(RIALTO_LIBRARIES_say    PkgConfig::ICU)
set(RIALTO_LIBRARIES_card   PkgConfig::ICU)
set(RIALTO_LIBRARIES_db     PkgConfig::SQLITE PkgConfig::PQ)
set(RIALTO_LIBRARIES_text   PkgConfig::MD4C PkgConfig::ICU)
set(RIALTO_LIBRARIES_picture PkgConfig::VIPS PkgConfig::RSVG)
set(RIALTO_LIBRARIES_member PkgConfig::SODIUM)
set(RIALTO_LIBRARIES_film   PkgConfig::ARCHIVE Boost::json)
set(RIALTO_LIBRARIES_import PkgConfig::XML Boost::json)
set(RIALTO_LIBRARIES_web    Boost::headers Boost::json OpenSSL::SSL ZLIB::ZLIB PkgConfig::BROTLI PkgConfig::SODIUM)
set(RIALTO_LIBRARIES_app    CLI11::CLI11 Boost::json PkgConfig::SODIUM)

# Asio and Beast are compiled once, in web/network.cpp.
set(RIALTO_DEFINITIONS_web BOOST_ASIO_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED BOOST_BEAST_SEPARATE_COMPILATION)

# Compile options that everything of ours is built with.
add_library(rialto_options INTERFACE)
target_compile_options(rialto_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wno-missing-field-initializers)
if(RIALTO_STRICT)
  target_compile_options(rialto_options INTERFACE -Werror)
endif()
if(RIALTO_SANITIZE)
  target_compile_options(rialto_options INTERFACE -fsanitize=${RIALTO_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(rialto_options INTERFACE -fsanitize=${RIALTO_SANITIZE})
endif()
target_include_directories(rialto_options INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/gen)

# rialto_layer(NAME [USES layer…] [PROGRAM name]): the library rialto_NAME from src/NAME, or the program itself.
function(rialto_layer name)
  cmake_parse_arguments(LAYER "" "PROGRAM" "USES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp ${CMAKE_SOURCE_DIR}/src/${name}/*.h)
  rialto_generated(${name} generated)
  if(LAYER_PROGRAM)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  endif()
  if(NOT sources)
    add_library(rialto_${name} INTERFACE)
    return()
  endif()
  add_library(rialto_${name} STATIC ${sources} ${generated})
  target_link_libraries(rialto_${name} PUBLIC rialto_options ${RIALTO_LIBRARIES_${name}})
  target_compile_definitions(rialto_${name} PRIVATE ${RIALTO_DEFINITIONS_${name}})
  foreach(used IN LISTS LAYER_USES)
    target_link_libraries(rialto_${name} PUBLIC rialto_${used})
  endforeach()
  if(LAYER_PROGRAM)
    add_executable(${LAYER_PROGRAM} ${CMAKE_SOURCE_DIR}/src/${name}/main.cpp)
    target_link_libraries(${LAYER_PROGRAM} PRIVATE rialto_${name})
  endif()
endfunction()

# Every build holds the includes against the layers above.
function(rialto_check_layers)
  file(GLOB_RECURSE every CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.cpp ${CMAKE_SOURCE_DIR}/src/*.h)
  add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/layers.checked
    COMMAND check_layers ${CMAKE_SOURCE_DIR}/CMakeLists.txt ${CMAKE_SOURCE_DIR}/src
    COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/layers.checked
    DEPENDS check_layers ${every} ${CMAKE_SOURCE_DIR}/CMakeLists.txt
    COMMENT "Holding the includes against the layers" VERBATIM)
  add_custom_target(layers ALL DEPENDS ${CMAKE_BINARY_DIR}/layers.checked)
endfunction()
