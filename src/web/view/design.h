// /about/design: the parts that pages are made of, in all their states.
#pragma once

#include "web/view/thread.h"

namespace rialto::web::view {

struct Design {
  Frame frame;
  struct Token {
    std::string name, use;
    std::string night, night_contrast, day, day_contrast;  // colours, and how they are read on the page's ground
  };
  struct Step {
    std::string name, size, use;
    std::string style;  // the class that has it
  };
  struct Hand {
    std::string family, about;
    Card card;
  };
  // The same parts by night and by day, side by side.
  struct Hall {
    std::string light, name;  // "night", "By night"
    std::vector<Field> fields;
    std::vector<Post> posts;
    int stars = 9;
    std::string rating = "4.5";
  };
  struct Lamps {
    int half;  // half stars
    std::string spoken;
  };
  std::vector<Token> colours;
  std::vector<Step> type;
  std::vector<Hand> cards;
  std::vector<Hall> halls;
  std::vector<Notice> notices;
  std::string orders_label;
  std::vector<Choice> orders;
  std::vector<ThreadRow> threads;
  std::vector<ReviewRow> reviews;
  Pager pager;
  std::vector<Lamps> lamps;
  std::vector<Select> selects;
  std::vector<Editor> editors;
};

}  // namespace rialto::web::view
