// Named values in the order in which they came: headers, query parameters, form fields, cookies, path parameters.
// A name may come more than once. Views returned here live as long as the Fields and until the next add or clear.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::web {

class Fields {
 public:
  struct Field {
    std::string_view name;
    std::string_view value;
  };

  void add(std::string_view name, std::string_view value);

  // The first value of this name.
  std::optional<std::string_view> find(std::string_view name) const;
  // The same, or "" if there is none.
  std::string_view get(std::string_view name) const { return find(name).value_or(std::string_view()); }
  std::vector<std::string_view> all(std::string_view name) const;
  bool has(std::string_view name) const { return find(name).has_value(); }
  std::size_t count(std::string_view name) const;

  std::size_t size() const { return spans_.size(); }
  bool empty() const { return spans_.empty(); }
  Field operator[](std::size_t index) const;

  // Forgets every field and keeps the memory.
  void clear();

 private:
  struct Span {
    std::size_t name_at, name_size, value_size;  // the value stands right after its name
  };
  std::string bytes_;
  std::vector<Span> spans_;
};

}  // namespace rialto::web
