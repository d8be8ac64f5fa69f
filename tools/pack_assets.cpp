// Packs the assets into the program: pack_assets OUT_DIR FILE…
// Writes OUT_DIR/assets/NAME-HASH.EXT (css and js made smaller), the same as .br (brotli 11) and .gz where that pays, and
// OUT_DIR/assets.gen.cpp that embeds them (web/assets.h). In css and js the names of other assets become their hashed
// names; so fonts and pictures are named first. Fails when what a page loads outgrows its budget (docs/DESIGN.md).
#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Packed {
  std::string name;    // rialto.css
  std::string hashed;  // rialto-3f2a91c04b.css
  std::string plain, brotli, gzip;
};

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("pack_assets: can't read " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write_file(const fs::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  if (!(out << bytes)) throw std::runtime_error("pack_assets: can't write " + file.string());
}

// FNV-1a, 64 bits, of which ten hex digits name the content.
std::string content_hash(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  for (int i = 0; i < 10; ++i) text += kHex[(hash >> (60 - 4 * i)) & 15];
  return text;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Without comments, and without the white space that means nothing in CSS. Strings stay as they are.
std::string small_css(const std::string& css) {
  std::string out;
  for (std::size_t i = 0; i < css.size(); ++i) {
    const char c = css[i];
    if (css.compare(i, 2, "/*") == 0) {
      i = std::min(css.find("*/", i + 2), css.size() - 2) + 1;
    } else if (c == '"' || c == '\'') {
      const auto end = css.find(c, i + 1);
      if (end == std::string::npos) throw std::runtime_error("pack_assets: a string in the stylesheet never ends");
      out.append(css, i, end + 1 - i);
      i = end;
    } else if (is_blank(c)) {
      if (!out.empty() && std::string_view("{};,:> ").find(out.back()) == std::string_view::npos) out += ' ';
    } else {
      if (!out.empty() && out.back() == ' ' && std::string_view("{};,>").find(c) != std::string_view::npos) out.pop_back();
      if (c == '}' && !out.empty() && out.back() == ';') out.pop_back();
      out += c;
    }
  }
  return out;
}

// Without indentation, empty lines and comments that have their lines to themselves.
std::string small_js(const std::string& js) {
  std::string out;
  std::istringstream lines(js);
  for (std::string line; std::getline(lines, line);) {
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string::npos || line.compare(first, 2, "//") == 0) continue;
    out += line.substr(first) + "\n";
  }
  return out;
}

std::string brotli_of(const std::string& bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size()) + 64;
  std::string out(size, '\0');
  const auto done = BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_TEXT, bytes.size(),
                                          reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                          reinterpret_cast<std::uint8_t*>(out.data()));
  if (!done) throw std::runtime_error("pack_assets: brotli failed");
  out.resize(size);
  return out;
}

std::string gzip_of(const std::string& bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK) throw std::runtime_error("pack_assets: zlib failed");
  std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (ended != Z_STREAM_END) throw std::runtime_error("pack_assets: zlib failed");
  return out;
}

std::string type_of(const std::string& ending) {
  static const std::map<std::string, std::string> types = {{".css", "text/css; charset=utf-8"},
                                                           {".js", "text/javascript; charset=utf-8"},
                                                           {".svg", "image/svg+xml"},
                                                           {".png", "image/png"},
                                                           {".woff2", "font/woff2"}};
  const auto found = types.find(ending);
  if (found == types.end()) throw std::runtime_error("pack_assets: no media type is known for " + ending);
  return found->second;
}

// With each @import "FILE"; replaced by the file: the browser is sent one stylesheet.
std::string with_imports(std::string css, const fs::path& folder) {
  static const std::string kBegin = "@import \"";
  for (auto at = css.find(kBegin); at != std::string::npos; at = css.find(kBegin, at)) {
    const auto begin = at + kBegin.size(), end = css.find("\";", begin);
    if (end == std::string::npos) throw std::runtime_error("pack_assets: an @import never ends: write @import \"parts/NAME.css\";");
    css.replace(at, end + 2 - at, read_file(folder / css.substr(begin, end - begin)));
  }
  return css;
}

// Fonts and pictures before what names them.
int turn_of(const fs::path& file) { return file.extension() == ".css" || file.extension() == ".js" ? 1 : 0; }

std::string with_hashed_names(std::string text, const std::vector<Packed>& named) {
  for (const auto& asset : named)
    for (auto at = text.find("url(" + asset.name + ")"); at != std::string::npos; at = text.find("url(" + asset.name + ")", at + 1))
      text.replace(at, asset.name.size() + 5, "url(" + asset.hashed + ")");
  return text;
}

Packed pack(const fs::path& file, const std::vector<Packed>& before) {
  Packed packed;
  packed.name = file.filename().string();
  packed.plain = read_file(file);
  const auto ending = file.extension().string();
  if (ending == ".css") packed.plain = small_css(with_hashed_names(with_imports(packed.plain, file.parent_path()), before));
  if (ending == ".js") packed.plain = small_js(packed.plain);
  packed.hashed = file.stem().string() + "-" + content_hash(packed.plain) + ending;
  if (ending == ".woff2" || ending == ".png") return packed;
  packed.brotli = brotli_of(packed.plain);
  packed.gzip = gzip_of(packed.plain);
  return packed;
}

void write_embedded(const fs::path& folder, const std::vector<Packed>& all) {
  std::ostringstream out;
  out << "// Made by pack_assets from assets/.\n#include \"web/assets.h\"\n\n#include <cstddef>\n\n";
  const auto embed = [&](const std::string& symbol, const std::string& file) {
    out << "asm(\".section .rodata\\n.balign 16\\n.global " << symbol << "\\n" << symbol << ":\\n.incbin \\\"" << file
        << "\\\"\\n.byte 0\\n.previous\\n\");\nextern \"C\" const char " << symbol << "[];\n";
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto file = (fs::absolute(folder) / "assets" / all[i].hashed).generic_string();
    const auto symbol = "rialto_asset_" + std::to_string(i);
    embed(symbol, file);
    if (!all[i].brotli.empty()) embed(symbol + "_br", file + ".br"), embed(symbol + "_gz", file + ".gz");
  }
  out << "\nnamespace rialto::web {\n\nstatic const Asset kAssets[] = {\n";
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto symbol = "rialto_asset_" + std::to_string(i);
    const auto view = [&](const std::string& ending, const std::string& bytes) {
      return bytes.empty() ? std::string("{}") : "{" + symbol + ending + ", " + std::to_string(bytes.size()) + "}";
    };
    out << "    {\"" << all[i].name << "\", \"/assets/" << all[i].hashed << "\", \"" << type_of(fs::path(all[i].name).extension()) << "\",\n     "
        << view("", all[i].plain) << ", " << view("_br", all[i].brotli) << ", " << view("_gz", all[i].gzip) << "},\n";
  }
  out << "};\n\nstd::span<const Asset> all_assets() { return kAssets; }\n\n}  // namespace rialto::web\n";
  write_file(folder / "assets.gen.cpp", out.str());
}

struct Budget {
  std::string_view what, ending;
  std::size_t limit;
  std::string_view only;  // counted only if the name holds this
};

// Every page loads the faces for Latin; those for other scripts come only where their letters stand.
bool within_budgets(const std::vector<Packed>& all) {
  bool good = true;
  for (const Budget& budget : {Budget{"style", ".css", 15'000, ""}, Budget{"script", ".js", 10'000, ""}, Budget{"fonts", ".woff2", 80'000, "-latin"}}) {
    std::size_t size = 0;
    for (const auto& asset : all)
      if (asset.name.ends_with(budget.ending) && asset.name.find(budget.only) != std::string::npos)
        size += asset.brotli.empty() ? asset.plain.size() : asset.brotli.size();
    std::cout << "assets: " << budget.what << " " << size << " of " << budget.limit << " bytes\n";
    if (size <= budget.limit) continue;
    std::cerr << "pack_assets: the " << budget.what << " of a page weighs " << size << " bytes, " << size - budget.limit
              << " over its budget: take something out\n";
    good = false;
  }
  return good;
}

void pack_all(const fs::path& folder, std::vector<fs::path> files) {
  std::stable_sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return turn_of(a) < turn_of(b); });
  fs::remove_all(folder / "assets");
  fs::create_directories(folder / "assets");
  std::vector<Packed> all;
  for (const auto& file : files) {
    all.push_back(pack(file, all));
    write_file(folder / "assets" / all.back().hashed, all.back().plain);
    if (all.back().brotli.empty()) continue;
    write_file(folder / "assets" / (all.back().hashed + ".br"), all.back().brotli);
    write_file(folder / "assets" / (all.back().hashed + ".gz"), all.back().gzip);
  }
  if (!within_budgets(all)) throw std::runtime_error("pack_assets: over budget");
  write_embedded(folder, all);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: pack_assets OUT_DIR FILE…\n";
    return 2;
  }
  try {
    pack_all(argv[1], std::vector<fs::path>(argv + 2, argv + argc));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
