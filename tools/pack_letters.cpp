// The letters of title cards (src/card/letters.h).
//   pack_letters letters LIST OUT.cpp     the faces of assets/letters.txt as outlines: a thousand units to the em, y
//                                         downwards as in SVG, and the kerning between letters without accents
//   pack_letters edition OUT.cpp SOURCE…  a hash over all that draws: a card that a browser kept is asked for again
//   when
//                                         it would look different
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

struct Range {
  hb_codepoint_t first, last;
};
// Latin with its punctuation, Greek and Cyrillic; a face is taken for those that it has.
constexpr Range kLetters[] = {{0x20, 0x7E},     {0xA0, 0xAC},     {0xAE, 0x17F},    {0x192, 0x192},   {0x218, 0x21B},
                              {0x384, 0x3CE},   {0x400, 0x45F},   {0x490, 0x491},   {0x1E80, 0x1E85}, {0x1E9E, 0x1E9E},
                              {0x1EA0, 0x1EF9}, {0x2013, 0x2014}, {0x2018, 0x201E}, {0x2026, 0x2026}, {0x2039, 0x203A},
                              {0x20AC, 0x20AC}, {0x2116, 0x2116}, {0x2212, 0x2212}};

struct Row {
  std::string face, file;
};

std::string read_file(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  if (!in) throw std::runtime_error("pack_letters: can't read " + name);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<Row> read_list(const std::string& name) {
  std::vector<Row> rows;
  std::istringstream lines(read_file(name));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto one = line.find(" | "), two = line.find(" | ", one + 3);
    if (two == std::string::npos) throw std::runtime_error("pack_letters: " + name + ": not a row: " + line);
    rows.push_back({line.substr(0, one), "/usr/share/fonts/opentype/" + line.substr(one + 3, two - one - 3)});
  }
  return rows;
}

// An outline as SVG path data: where it begins, and from there on in relative whole units.
struct Outline {
  int x = 0, y = 0, top = 0, bottom = 0;
  std::string rest;
  bool begun = false;
  int at_x = 0, at_y = 0, subpath_x = 0, subpath_y = 0;

  void number(int value) {
    if (value >= 0 && !rest.empty() && std::isdigit(static_cast<unsigned char>(rest.back()))) rest += ' ';
    rest += std::to_string(value);
  }
  void extent(int below) {
    top = begun ? std::min(top, below) : below;
    bottom = begun ? std::max(bottom, below) : below;
  }
  std::pair<int, int> point(float px, float py) {
    const int round_x = static_cast<int>(std::lround(px)), round_y = static_cast<int>(-std::lround(py));
    extent(round_y);
    return {round_x, round_y};
  }
  void relative(int px, int py) { number(px - at_x), number(py - at_y); }
  void arrive(int px, int py) { at_x = px, at_y = py; }
};

Outline& outline_of(void* data) {
  return *static_cast<Outline*>(data);
}

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  auto& out = outline_of(data);
  const auto [px, py] = out.point(x, y);
  if (!out.begun) {
    out.x = px, out.y = py, out.begun = true;
  } else {
    out.rest += 'm';
    out.at_x = out.subpath_x, out.at_y = out.subpath_y;
    out.relative(px, py);
  }
  out.arrive(px, py);
  out.subpath_x = px, out.subpath_y = py;
}

void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  auto& out = outline_of(data);
  const auto [px, py] = out.point(x, y);
  if (px == out.at_x && py == out.at_y) return;
  if (py == out.at_y) {
    out.rest += 'h', out.number(px - out.at_x);
  } else if (px == out.at_x) {
    out.rest += 'v', out.number(py - out.at_y);
  } else {
    out.rest += 'l', out.relative(px, py);
  }
  out.arrive(px, py);
}

void curve_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by, float x, float y,
              void*) {
  auto& out = outline_of(data);
  const auto [qx, qy] = out.point(ax, ay);
  const auto [rx, ry] = out.point(bx, by);
  const auto [px, py] = out.point(x, y);
  out.rest += 'c';
  out.relative(qx, qy), out.relative(rx, ry), out.relative(px, py);
  out.arrive(px, py);
}

void quadratic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float x, float y, void*) {
  auto& out = outline_of(data);
  const auto [qx, qy] = out.point(ax, ay);
  const auto [px, py] = out.point(x, y);
  out.rest += 'q';
  out.relative(qx, qy), out.relative(px, py);
  out.arrive(px, py);
}

void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
  outline_of(data).rest += 'z';
}

hb_draw_funcs_t* drawing() {
  static hb_draw_funcs_t* const functions = [] {
    auto* made = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(made, move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(made, line_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(made, curve_to, nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(made, quadratic_to, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(made, close_path, nullptr, nullptr);
    return made;
  }();
  return functions;
}

// How wide a run of letters is when it is shaped with kerning and without ligatures.
int width_of(hb_font_t* font, const std::vector<hb_codepoint_t>& letters) {
  auto* buffer = hb_buffer_create();
  hb_buffer_add_codepoints(buffer, letters.data(), static_cast<int>(letters.size()), 0,
                           static_cast<int>(letters.size()));
  hb_buffer_guess_segment_properties(buffer);
  static const hb_feature_t features[] = {{HB_TAG('l', 'i', 'g', 'a'), 0, 0, HB_FEATURE_GLOBAL_END},
                                          {HB_TAG('c', 'a', 'l', 't'), 0, 0, HB_FEATURE_GLOBAL_END}};
  hb_shape(font, buffer, features, 2);
  unsigned count = 0;
  const auto* places = hb_buffer_get_glyph_positions(buffer, &count);
  int width = 0;
  for (unsigned i = 0; i < count; ++i) width += places[i].x_advance;
  hb_buffer_destroy(buffer);
  return width;
}

// "é" → "e": what a letter is kerned as.
hb_codepoint_t base_of(hb_codepoint_t letter) {
  hb_codepoint_t one = 0, two = 0;
  while (hb_unicode_decompose(hb_unicode_funcs_get_default(), letter, &one, &two)) letter = one;
  return letter;
}

class Face {
 public:
  explicit Face(const std::string& file) : blob_(hb_blob_create_from_file_or_fail(file.c_str())) {
    if (!blob_)
      throw std::runtime_error("pack_letters: can't read " + file +
                               ": install the packages that assets/letters.txt names");
    auto* face = hb_face_create(blob_, 0);
    font_ = hb_font_create(face);
    hb_font_set_scale(font_, 1000, 1000);
    hb_face_destroy(face);
  }
  ~Face() {
    hb_font_destroy(font_);
    hb_blob_destroy(blob_);
  }
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  void write(std::ostream& out, const std::string& name) const {
    out << "constexpr Glyph kGlyphs" << name << "[] = {\n";
    for (const auto& range : kLetters)
      for (auto letter = range.first; letter <= range.last; ++letter) write_glyph(out, letter);
    out << "};\nconstexpr Kern kKerns" << name << "[] = {\n";
    write_kerns(out);
    out << "};\n";
  }

  int height_of(hb_codepoint_t letter) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_, letter, &glyph) ? -shape(glyph).top : 0;
  }

 private:
  Outline shape(hb_codepoint_t glyph) const {
    Outline outline;
    hb_font_get_glyph_shape(font_, glyph, drawing(), &outline);
    return outline;
  }

  void write_glyph(std::ostream& out, hb_codepoint_t letter) const {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(font_, letter, &glyph)) return;
    const auto outline = shape(glyph);
    out << "{" << letter << "," << base_of(letter) << "," << hb_font_get_glyph_h_advance(font_, glyph) << ","
        << -outline.top << "," << outline.bottom << "," << outline.x << "," << outline.y << ",\"" << outline.rest
        << "\"},\n";
  }

  void write_kerns(std::ostream& out) const {
    for (hb_codepoint_t left = 0x21; left < 0x7F; ++left)
      for (hb_codepoint_t right = 0x21; right < 0x7F; ++right) {
        const int by = width_of(font_, {left, right}) - width_of(font_, {left}) - width_of(font_, {right});
        if (by != 0) out << "{" << left << "," << right << "," << by << "},\n";
      }
    out << "{0xFFFF,0xFFFF,0}\n";
  }

  hb_blob_t* blob_;
  hb_font_t* font_;
};

// FNV-1a, 64 bits.
std::uint64_t hash_on(std::uint64_t hash, const std::string& bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

std::string letters_source(const std::vector<Row>& rows) {
  std::ostringstream out, table;
  out << "// Made by pack_letters from assets/letters.txt.\n#include \"card/letters.h\"\n\nnamespace rialto::card "
         "{\n\nnamespace {\n";
  for (const auto& row : rows) {
    const Face face(row.file);
    face.write(out, row.face);
    table << "    {kGlyphs" << row.face << ", kKerns" << row.face << ", " << face.height_of('H') << ", "
          << face.height_of('x') << "},\n";
  }
  out << "constexpr Letters kLetters[] = {\n"
      << table.str() << "};\n\n}  // namespace\n\n"
      << "const Letters& letters_of(Face face) { return kLetters[static_cast<int>(face)]; }\n\n}  // namespace "
         "rialto::card\n";
  return out.str();
}

void write(const std::string& name, const std::string& source) {
  std::ofstream out(name, std::ios::binary);
  if (!(out << source).flush()) throw std::runtime_error("pack_letters: can't write " + name);
}

std::string edition_source(const std::vector<std::string>& files) {
  std::uint64_t edition = 0xcbf29ce484222325u;
  for (const auto& file : files) edition = hash_on(edition, read_file(file));
  return "// Made by pack_letters.\n#include \"card/letters.h\"\n\nnamespace rialto::card {\n\nstd::uint64_t edition() "
         "{ return " +
         std::to_string(edition) + "u; }\n\n}  // namespace rialto::card\n";
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  try {
    if (args.size() == 3 && args[0] == "letters") {
      write(args[2], letters_source(read_list(args[1])));
    } else if (args.size() > 2 && args[0] == "edition") {
      write(args[1], edition_source({args.begin() + 2, args.end()}));
    } else {
      std::cerr << "usage: pack_letters letters LIST OUT.cpp\n       pack_letters edition OUT.cpp SOURCE…\n";
      return 2;
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
