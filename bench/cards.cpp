// bench_cards: what drawing a title card costs. Prints a JSON line for each family, with microseconds of CPU for the
// longest title of the shelf and for a short one, and the bytes of the latter. The budget is 200 µs a card.
#include <boost/json.hpp>
#include <ctime>
#include <iostream>
#include <string>

#include "card/draw.h"

namespace {

using namespace rialto;

constexpr int kRounds = 300;

double cpu_micros() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

card::Facts facts(std::string_view title) {
  return {.title = title,
          .year = 1964,
          .director = "Stanley Kubrick",
          .genres = {"Comedy", "War"},
          .countries = {"GB", "US"}};
}

double micros_of(card::Family family, const card::Facts& of) {
  std::size_t bytes = 0;
  const double begun = cpu_micros();
  for (int i = 0; i < kRounds; ++i) bytes += card::draw_as(family, of).svg.size();
  const double spent = cpu_micros() - begun;
  return bytes == 0 ? 0 : spent / kRounds;
}

}  // namespace

int main() {
  const auto shorter = facts("The Killing"),
             longest = facts("Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb");
  for (int i = 0; i < card::kFamilies; ++i) {
    const auto family = static_cast<card::Family>(i);
    std::cout << boost::json::object{{"family", card::name_of(family)},
                                     {"micros", micros_of(family, shorter)},
                                     {"longest_title", micros_of(family, longest)},
                                     {"bytes", card::draw_as(family, shorter).svg.size()}}
              << "\n";
  }
}
