#include "import/text_thread.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.h"
#include "import/page_title.h"
#include "import/page_words.h"
#include "import/post_head.h"
#include "import/text_body.h"
#include "import/tombstones.h"

namespace rialto::imports {
namespace {

enum class Role { Text, Reply, Weak, Rule, Tombstone, Junk, Profile };

// Lines begin..end of a post's head, and what they say together.
struct HeadBlock {
  std::size_t begin = 0, end = 0;
  PostHead head;
};

struct Segment {
  std::size_t begin = 0, end = 0;  // the body's lines
  PostHead head;
  int indent = 0;
};

bool is_subject_line(const PageLine& line) {
  return line.fold.starts_with("re: ") || line.fold.starts_with("aw: ") || line.fold == "re:";
}

class TextThreadReader {
 public:
  TextThreadReader(const std::vector<PageLine>& lines, std::size_t begin, const DateReading& how)
      : lines_(lines),
        begin_(begin),
        how_(how),
        dense_(is_dense(lines)),
        line_end_(is_hard_wrapped(lines) ? LineEnd::Wraps
                  : dense_               ? LineEnd::EndsParagraph
                                         : LineEnd::Breaks) {
    classify();
    for (std::size_t at = begin_; at < lines_.size() && subject_.empty(); ++at)
      if (is_subject_line(lines_[at])) subject_ = folded(without_reply_mark(lines_[at].text));
    dividers_ = count(Role::Reply) + count(Role::Rule);
    find_heads();
  }

  std::vector<Segment> segments(std::size_t least_heads = 2) {
    auto by_heads = heads_.size() >= least_heads || (heads_.size() == 1 && count(Role::Reply) == 0);
    auto found = by_heads ? cut_at_heads() : cut_at(boundary_role());
    if (by_heads && found.size() < 2 && count(Role::Reply) >= 2) found = cut_at(Role::Reply);
    if (!by_heads && boundary_role() == Role::Text && least_heads > 1) {
      mark_repeated_line();
      found = cut_at(boundary_role());
    }
    return found;
  }

  // Where the lines end that stand above the first post.
  std::size_t first_post_line() const {
    if (heads_.size() < 2) return begin_;
    return heads_are_feet() ? after_title(begin_, heads_[0].begin) : heads_[0].begin;
  }
  bool has_heads() const { return heads_.size() >= 2; }
  std::size_t dated_heads() const {
    return static_cast<std::size_t>(
        std::count_if(heads_.begin(), heads_.end(), [](const auto& block) { return block.head.has_date; }));
  }
  std::size_t replies() const { return count(Role::Reply); }
  bool is_dense_page() const { return dense_; }
  Role role(std::size_t at) const { return roles_[at]; }

  FoundPost post_of(const Segment& segment) const {
    FoundPost post;
    post.author = segment.head.author;
    post.date = segment.head.date;
    post.number = segment.head.number;
    post.edited = segment.head.edited;
    post.edit_date = segment.head.edit_date;
    if (segment.head.level) post.depth = segment.head.level;
    if (segment.head.reply_to) {
      if (segment.head.reply_to->starts_with('#'))
        post.parent_id = segment.head.reply_to;
      else
        post.reply_to = segment.head.reply_to;
    }
    if (segment.end == segment.begin + 1 && roles_[segment.begin] == Role::Tombstone) post.deleted = true;
    const auto begin = take_reference(segment, post);
    const auto logged = logged_line(begin, segment.end);
    post.body = text_passages(lines_, begin, logged, line_end_);
    for (auto& passage : text_passages(lines_, std::min(logged + 1, segment.end), segment.end, line_end_)) {
      passage.kind = Passage::Kind::Signature;
      post.body.push_back(std::move(passage));
    }
    return post;
  }

 private:
  // SMF prints "Logged" between what was said and the signature.
  std::size_t logged_line(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end; ++at)
      if (lines_[at].fold == "logged") return at;
    return end;
  }

  // ">>12" or "@12" alone in the first line: which post this one replies to.
  std::size_t take_reference(const Segment& segment, FoundPost& post) const {
    if (segment.begin >= segment.end) return segment.begin;
    const auto text = lines_[segment.begin].text;
    if (!text.starts_with(">>") || text.size() < 3 || text.size() > 8) return segment.begin;
    const auto number = text.substr(2);
    if (!std::all_of(number.begin(), number.end(), [](char letter) { return letter >= '0' && letter <= '9'; }))
      return segment.begin;
    post.parent_id = "#" + std::string(number);
    return segment.begin + 1;
  }

  void classify() {
    roles_.assign(lines_.size(), Role::Text);
    for (std::size_t at = begin_; at < lines_.size(); ++at) {
      const auto& line = lines_[at];
      if (line.fold.empty()) continue;
      const auto controls = controls_in(line.fold);
      if (is_rule(line.text))
        roles_[at] = Role::Rule;
      else if (is_tombstone(line.fold))
        roles_[at] = Role::Tombstone;
      else if (controls == Controls::Reply)
        roles_[at] = Role::Reply;
      else if (controls == Controls::Weak && !is_labelled_profile(line))
        roles_[at] = Role::Weak;
      else if (is_profile(line.fold))
        roles_[at] = Role::Profile;
      else if (is_count_line(line.text))
        roles_[at] = Role::Junk;
      else if (is_page_junk(line.text, line.fold) || (is_thread_start(line.fold) && find_date(line.text, how_)))
        roles_[at] = Role::Junk;
      if (at > begin_ && line.gap == 0) classify_beside(at);
    }
  }

  // "Posts: 120"
  static bool is_labelled_profile(const PageLine& line) {
    return line.text.find(':') != std::string_view::npos && is_profile(line.fold);
  }

  // "Quote from: Ana on July 17, 2009": above a quotation, no head.
  static bool announces_quote(std::string_view fold) {
    return fold.starts_with("quote from") || fold.starts_with("originally posted") || fold.starts_with("zitat von") ||
           fold.starts_with("citation de") || fold.starts_with("cita de");
  }

  // What only the line above tells: values of labels ("Joined:" over "May 6, 2009"), stars below a rank, the initial
  // that stands for a picture.
  void classify_beside(std::size_t at) {
    const auto &above = lines_[at - 1], &line = lines_[at];
    const bool short_line = line.text.size() <= 28;
    if (roles_[at - 1] == Role::Profile && above.text.ends_with(':') && short_line) roles_[at] = Role::Profile;
    const bool stars = line.text.size() <= 7 && line.text.find_first_not_of("* ") == std::string_view::npos;
    if (roles_[at - 1] == Role::Profile && stars) roles_[at] = Role::Profile;
    if (above.text.size() == 1 && roles_[at - 1] == Role::Text && ascii_lower(above.text)[0] == line.fold[0])
      roles_[at - 1] = Role::Junk;
  }

  // A short line that comes again and again is a control in a language that is not known here.
  void mark_repeated_line() {
    std::map<std::string, std::vector<std::size_t>> places;
    for (std::size_t at = begin_; at < lines_.size(); ++at)
      if (could_be_a_control(at)) places[lines_[at].fold].push_back(at);
    const std::vector<std::size_t>* best = nullptr;
    for (const auto& [fold, where] : places) {
      bool apart = where.size() >= 3 || (where.size() == 2 && where.back() + 1 == lines_.size());
      for (std::size_t next = 1; next < where.size(); ++next) apart = apart && where[next] > where[next - 1] + 1;
      if (apart && (!best || where.size() > best->size())) best = &where;
    }
    if (!best) return;
    for (const auto at : *best) roles_[at] = Role::Reply;
  }

  bool could_be_a_control(std::size_t at) const {
    const auto& line = lines_[at];
    const bool words = line.text.size() <= 40 && std::count(line.text.begin(), line.text.end(), ' ') <= 2;
    const bool alone = dense_ || (line.gap > 0 && (at + 1 == lines_.size() || lines_[at + 1].gap > 0));
    return roles_[at] == Role::Text && at > begin_ && words && alone && is_title_like(line) &&
           is_name_like(line.text) && !line.text.ends_with(':');
  }

  std::size_t count(Role role) const {
    return static_cast<std::size_t>(std::count(roles_.begin(), roles_.end(), role));
  }

  bool is_boundary(std::size_t at) const {
    return roles_[at] == Role::Reply || roles_[at] == Role::Weak || roles_[at] == Role::Rule;
  }

  // True if nothing but junk stands between this line and the boundary before it.
  bool follows_boundary(std::size_t at) const {
    for (std::size_t back = at; back > begin_ && at - back < 4; --back) {
      if (is_boundary(back - 1)) return true;
      if (roles_[back - 1] == Role::Text || roles_[back - 1] == Role::Tombstone) return false;
    }
    return false;
  }

  void find_heads() {
    std::map<std::size_t, PostHead> candidates;
    std::map<std::string, int> forms;
    int dated = 0;
    for (std::size_t at = begin_; at < lines_.size(); ++at) {
      if (roles_[at] == Role::Rule || roles_[at] == Role::Tombstone || lines_[at].fold.empty()) continue;
      if (roles_[at] == Role::Profile && !lines_[at].fold.starts_with("level") &&
          !lines_[at].fold.starts_with("from: "))
        continue;
      if (edit_in(lines_[at].text, lines_[at].fold, how_) || is_thread_start(lines_[at].fold) ||
          announces_quote(lines_[at].fold))
        continue;
      auto head = post_head_in(lines_[at].text, lines_[at].fold, how_);
      if (!head) continue;
      if (!head->has_date && (roles_[at] == Role::Reply || roles_[at] == Role::Weak) && !head->number) continue;
      ++forms[head->form];
      dated += head->has_date && head->author;
      candidates.emplace(at, std::move(*head));
    }
    // The date of the thread's start is no post's.
    std::erase_if(candidates, [&](const auto& one) {
      return one.first > begin_ &&
             (lines_[one.first - 1].fold == "start date" || lines_[one.first - 1].fold == "thread starter");
    });
    std::map<std::size_t, PostHead> accepted;
    for (auto& [at, head] : candidates)
      if (is_accepted(at, head, forms, dated) || pairs_up(at, head, candidates)) accepted.emplace(at, head);
    take_first_head(candidates, accepted);
    take_foot_dates(accepted);
    gather_blocks(accepted);
    name_blocks();
  }

  bool is_accepted(std::size_t at, const PostHead& head, std::map<std::string, int>& forms, int dated) const {
    const bool common = forms[head.form] >= 2;
    if (head.form == "#" || head.form == "level" || head.form == "level A") return common;
    if (head.has_date) return common || follows_boundary(at) || (dated >= 2 && head.author && lines_[at].gap > 0);
    if (head.reply_to && !head.number) return common || follows_boundary(at);
    if (head.number) return common || follows_boundary(at);
    if (dated >= 2) return false;
    if (dividers_ >= 2) return follows_boundary(at) && common;
    return common && lines_[at].gap > 0;
  }

  // The first post's head may be built like no other: "Posted by u/Ana 4 years ago" over "Ben · 3 years ago".
  void take_first_head(const std::map<std::size_t, PostHead>& candidates,
                       std::map<std::size_t, PostHead>& accepted) const {
    if (accepted.size() < 2) return;
    const auto first = accepted.begin()->first;
    for (const auto& [at, head] : candidates) {
      if (at >= first) return;
      if (!head.has_date || !head.author) continue;
      for (std::size_t between = at + 1; between < first; ++between)
        if (roles_[between] == Role::Text && lines_[between].text.size() >= 40) {
          accepted.emplace(at, head);
          return;
        }
    }
  }

  // A name that says it is one, and a date close below it: "Ana says:" over "3 March 2010 at 9:05".
  bool pairs_up(std::size_t at, const PostHead& head, const std::map<std::size_t, PostHead>& candidates) const {
    const bool name_only = head.author && !head.has_date;
    const bool date_only = head.has_date && !head.author;
    if (!name_only && !date_only) return false;
    for (std::size_t step = 1; step <= 3; ++step) {
      const auto other = name_only ? at + step : at - step;
      if (other < begin_ || other >= lines_.size()) return false;
      const auto lower = std::max(at, other);
      if (lines_[lower].gap > 0) return false;
      const auto found = candidates.find(other);
      if (found == candidates.end()) continue;
      return name_only ? found->second.has_date && !found->second.author
                       : found->second.author && !found->second.has_date;
    }
    return false;
  }

  // Blogger puts the name above and the date below: as many of the one as of the other, in turn.
  void take_foot_dates(std::map<std::size_t, PostHead>& accepted) {
    std::vector<std::size_t> order;
    for (const auto& [at, head] : accepted) order.push_back(at);
    if (order.size() < 2 || order.size() % 2 == 1) return;
    for (std::size_t at = 0; at < order.size(); ++at) {
      const auto& head = accepted.at(order[at]);
      const bool name_turn = at % 2 == 0;
      if (name_turn ? !(head.author && !head.has_date) : !(head.has_date && !head.author)) return;
      if (!name_turn && order[at] - order[at - 1] < 2) return;
    }
    for (std::size_t at = 0; at + 1 < order.size(); at += 2) {
      auto& head = accepted.at(order[at]);
      head.has_date = true;
      head.date = accepted.at(order[at + 1]).date;
      roles_[order[at + 1]] = Role::Weak;
      accepted.erase(order[at + 1]);
    }
  }

  bool between_heads(std::size_t at) const {
    return roles_[at] != Role::Text || (lines_[at].text.size() <= 48 && is_name_like(lines_[at].text)) ||
           is_subject_line(lines_[at]);
  }

  // Heads that only names, roles and controls part belong to one post.
  void gather_blocks(const std::map<std::size_t, PostHead>& accepted) {
    for (const auto& [at, head] : accepted) {
      if (!heads_.empty()) {
        auto& last = heads_.back();
        bool near = at - last.end <= 3;
        for (std::size_t between = last.end; near && between < at; ++between)
          near = between_heads(between) && lines_[between].gap == 0;
        const bool adds = !(last.head.has_date && head.has_date) && !(last.head.author && head.author) &&
                          !(last.head.level && head.level);
        if (near && adds && lines_[at].gap <= 1) {
          for (std::size_t between = last.end; between < at; ++between)
            if (!last.head.author && !head.author && roles_[between] == Role::Text &&
                is_name_like(lines_[between].text))
              last.head.author = std::string(lines_[between].text);
          merge(last.head, head);
          last.end = at + 1;
          continue;
        }
      }
      heads_.push_back({at, at + 1, head});
    }
  }

  static void merge(PostHead& into, const PostHead& from) {
    if (!into.author) into.author = from.author;
    if (from.has_date) into.date = from.date;
    into.has_date = into.has_date || from.has_date;
    if (!into.number) into.number = from.number;
    if (!into.level) into.level = from.level;
    if (!into.reply_to) into.reply_to = from.reply_to;
    into.edited = into.edited || from.edited;
    if (from.edit_date) into.edit_date = from.edit_date;
  }

  // "Re: The closing scene", and what the replies' subjects call the thread.
  bool is_subject(std::size_t at) const {
    return is_subject_line(lines_[at]) || (!subject_.empty() && lines_[at].fold == subject_);
  }

  bool is_free_name(std::size_t at) const {
    if (at >= begin_ && at < lines_.size() && roles_[at] == Role::Tombstone && is_nobody(lines_[at].fold)) return true;
    return at >= begin_ && at < lines_.size() && roles_[at] == Role::Text && is_name_like(lines_[at].text) &&
           !is_subject_line(lines_[at]);
  }

  // The line above a block that could be its name, over roles and the like.
  std::optional<std::size_t> name_before(const HeadBlock& block) const {
    std::size_t at = block.begin;
    for (int steps = 0; steps < 9 && at > begin_; ++steps) {
      --at;
      if (is_boundary(at) || lines_[at + 1].gap > 1) return std::nullopt;
      if (roles_[at] == Role::Profile || roles_[at] == Role::Junk || is_subject(at)) continue;
      if (!is_free_name(at)) return std::nullopt;
      const bool starts = at == begin_ || lines_[at].gap > 0 || is_boundary(at - 1) || roles_[at - 1] != Role::Text;
      return starts ? std::optional(at) : std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<std::size_t> name_after(const HeadBlock& block) const {
    std::size_t at = block.end;
    while (at < lines_.size() && at < block.end + 2 && roles_[at] == Role::Junk) ++at;
    if (at >= lines_.size() || !is_free_name(at) || lines_[at].gap > 1) return std::nullopt;
    const bool apart = at + 1 < lines_.size() &&
                       (roles_[at + 1] == Role::Profile || lines_[at + 1].gap > 0 || is_subject_line(lines_[at + 1]));
    return apart ? std::optional(at) : std::nullopt;
  }

  // Blocks without a name take the line above or below, whichever fits most of them.
  void name_blocks() {
    std::size_t nameless = 0, before = 0, after = 0;
    for (const auto& block : heads_) {
      if (block.head.author || !block.head.has_date) continue;
      ++nameless;
      before += name_before(block).has_value();
      after += name_after(block).has_value();
    }
    if (nameless == 0) return;
    const bool look_up = before >= after && before * 10 >= nameless * 5;
    const bool look_down = !look_up && after * 10 >= nameless * 6;
    for (auto& block : heads_) {
      if (block.head.author || !block.head.has_date) continue;
      if (look_up)
        if (const auto at = name_before(block)) {
          block.head.author = std::string(lines_[*at].text);
          block.begin = *at;
        }
      if (look_down || (look_up && !block.head.author))
        if (const auto at = name_after(block)) {
          block.head.author = std::string(lines_[*at].text);
          block.end = *at + 1;
        }
    }
    // Dates that stand alone and have no names are no heads of posts.
    if (!look_up && !look_down)
      std::erase_if(heads_,
                    [](const auto& block) { return !block.head.author && !block.head.number && !block.head.level; });
  }

  // Controls, roles and subjects at both ends are no part of the body.
  Segment tidy(Segment segment) const {
    const auto is_edge = [&](std::size_t at) {
      return is_boundary(at) || roles_[at] == Role::Junk || is_subject_line(lines_[at]);
    };
    const auto is_own_name = [&](std::size_t at) {
      return segment.head.author && lines_[at].text == *segment.head.author;
    };
    while (segment.begin < segment.end &&
           (is_edge(segment.begin) || roles_[segment.begin] == Role::Profile || is_own_name(segment.begin)))
      ++segment.begin;
    const auto is_foot = [&](std::size_t at) {
      const bool labelled = lines_[at].text.find(':') != std::string_view::npos;
      const bool profile =
          roles_[at] == Role::Profile && (labelled || (at > segment.begin && roles_[at - 1] == Role::Profile));
      return (is_edge(at) && roles_[at] != Role::Text) || profile || is_own_name(at) || is_subject_line(lines_[at]);
    };
    while (segment.end > segment.begin && is_foot(segment.end - 1)) --segment.end;
    while (segment.end > segment.begin && is_subject_line(lines_[segment.end - 1])) --segment.end;
    return segment;
  }

  // Nothing is said behind the last of them, and much before the first: they stand below the posts.
  bool heads_are_feet() const {
    if (heads_.empty()) return false;
    for (std::size_t at = heads_.back().end; at < lines_.size(); ++at)
      if (roles_[at] == Role::Text || roles_[at] == Role::Tombstone) return false;
    const auto& first = heads_[0];
    if (first.begin <= begin_ + 1) return false;
    return lines_[first.begin - 1].text.size() > 40 || lines_[first.begin].text.starts_with("—") ||
           lines_[first.begin].text.starts_with("--");
  }

  // "Last edited: …" below a foot belongs to the post above it.
  void take_edits_below_feet() {
    for (auto& block : heads_) {
      if (block.end >= lines_.size()) continue;
      const auto edit = edit_in(lines_[block.end].text, lines_[block.end].fold, how_);
      if (!edit || !edit->by_board) continue;
      block.head.edited = true;
      if (edit->date) block.head.edit_date = edit->date;
      ++block.end;
    }
  }

  std::vector<Segment> cut_at_heads() {
    std::vector<Segment> segments;
    const bool feet = heads_are_feet();
    if (feet) take_edits_below_feet();
    for (std::size_t index = 0; index < heads_.size(); ++index) {
      const auto& block = heads_[index];
      Segment segment;
      segment.head = block.head;
      segment.begin = feet ? (index == 0 ? begin_ : heads_[index - 1].end) : block.end;
      segment.end = feet ? block.begin : index + 1 < heads_.size() ? heads_[index + 1].begin : lines_.size();
      if (feet && index == 0) segment.begin = after_title(segment.begin, segment.end);
      segment.indent = lines_[block.begin].indent;
      segment = tidy(segment);
      if (segment.begin >= segment.end && !segment.head.author && !segment.head.has_date) continue;
      if (index + 1 == heads_.size()) segment.end = page_end(segment.begin, segment.end);
      add_headed(segments, segment);
    }
    return segments;
  }

  // A tombstone behind a post's words has lost its head.
  void add_headed(std::vector<Segment>& segments, Segment segment) const {
    for (std::size_t at = segment.begin + 1; at < segment.end; ++at) {
      if (roles_[at] != Role::Tombstone || lines_[at].gap == 0 || (at + 1 < segment.end && lines_[at + 1].gap == 0))
        continue;
      if (segment.head.author && is_nobody(folded(*segment.head.author)) && at == segment.begin) continue;
      Segment lost;
      lost.begin = at;
      lost.end = at + 1;
      lost.indent = lines_[at].indent;
      const auto rest = at + 1;
      auto before = segment;
      before.end = at;
      segments.push_back(tidy(before));
      segments.push_back(lost);
      if (rest >= segment.end) return;
      segment.begin = rest;
      segment.head = {};
      segment.indent = lines_[rest].indent;
    }
    segments.push_back(segment);
  }

  std::size_t after_title(std::size_t begin, std::size_t end) const {
    return end - begin > 1 && lines_[begin].text.size() < 120 && lines_[begin + 1].gap > 0 ? begin + 1 : begin;
  }

  // The last post ends where the page's foot begins.
  std::size_t page_end(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin + 1; at < end; ++at)
      if (is_boundary(at) || is_comment_form(lines_[at].fold) || is_article_end(lines_[at].fold)) {
        const bool foot = roles_[at] != Role::Rule && lines_[at].fold != "logged";
        if (foot) return at;
      }
    return end;
  }

  // Behind the last control: up to where the page turns to other things.
  std::size_t foot_of_page(std::size_t begin) const {
    for (std::size_t at = begin; at < lines_.size(); ++at)
      if (is_article_end(lines_[at].fold) || is_comment_form(lines_[at].fold)) return at;
    return lines_.size();
  }

  Role boundary_role() const {
    for (const Role role : {Role::Reply, Role::Weak, Role::Rule})
      if (count(role) >= (role == Role::Reply ? 1u : 2u)) return role;
    return Role::Text;
  }

  std::vector<Segment> cut_at(Role boundary) const {
    std::vector<Segment> segments;
    if (boundary == Role::Text) return segments;
    std::size_t from = begin_;
    for (std::size_t at = begin_; at <= lines_.size(); ++at) {
      if (at < lines_.size() && roles_[at] != boundary) continue;
      add_segment(segments, from, at == lines_.size() && !segments.empty() ? foot_of_page(from) : at);
      from = at + 1;
    }
    return segments;
  }

  // A tombstone within a segment is a post of its own.
  void add_segment(std::vector<Segment>& segments, std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < to; ++at) {
      if (roles_[at] != Role::Tombstone || to - from == 1) continue;
      const bool alone = dense_ || ((at == from || lines_[at].gap > 0) && (at + 1 == to || lines_[at + 1].gap > 0));
      if (!alone) continue;
      add_plain(segments, from, at);
      add_plain(segments, at, at + 1);
      from = at + 1;
    }
    add_plain(segments, from, to);
  }

  void add_plain(std::vector<Segment>& segments, std::size_t from, std::size_t to) const {
    Segment segment;
    segment.begin = from;
    segment.end = to;
    const auto block = std::lower_bound(heads_.begin(), heads_.end(), from,
                                        [](const auto& one, std::size_t line) { return one.begin < line; });
    if (block != heads_.end() && block->end <= to && block->begin <= from + 3) {
      segment.head = block->head;
      segment.begin = block->end;
    }
    segment = tidy(segment);
    if (segment.begin >= segment.end) return;
    segment.indent = lines_[segment.begin].indent;
    segments.push_back(segment);
  }

  const std::vector<PageLine>& lines_;
  std::size_t begin_;
  const DateReading& how_;
  bool dense_;
  LineEnd line_end_;
  std::vector<Role> roles_;
  std::vector<HeadBlock> heads_;
  std::string subject_;  // what replies repeat, folded
  std::size_t dividers_ = 0;
};

// Posts that stand further right answer the one above them; where all stand alike nothing is said.
void add_depths(const std::vector<Segment>& segments, std::vector<FoundPost>& posts) {
  std::set<int> indents;
  for (const auto& segment : segments) indents.insert(segment.indent);
  if (indents.size() < 2 || segments[0].indent != *indents.begin()) return;
  for (std::size_t at = 0; at < segments.size(); ++at)
    if (!posts[at].depth) posts[at].depth = segments[at].indent;
}

std::vector<FoundPost> posts_of(const TextThreadReader& reader, const std::vector<Segment>& segments) {
  std::vector<FoundPost> posts;
  for (const auto& segment : segments) posts.push_back(reader.post_of(segment));
  if (!segments.empty()) add_depths(segments, posts);
  return posts;
}

// Where the head comes before the title: a short first line that is no sentence, with more behind it.
void take_title_from_first_post(FoundThread& thread) {
  if (thread.posts.empty() || thread.posts[0].body.size() < 2) return;
  const auto& first = thread.posts[0].body[0];
  const auto words = std::count(first.plain.begin(), first.plain.end(), ' ') + 1;
  const bool one_line = first.plain.find('\n') == std::string::npos && first.plain.size() <= 90;
  if (first.kind != Passage::Kind::Paragraph || !one_line || words > 14) return;
  if (first.plain.ends_with('.') || first.plain.ends_with(',') || first.plain.ends_with('!')) return;
  thread.title = first.plain;
  thread.posts[0].body.erase(thread.posts[0].body.begin());
}

// A breadcrumb's last piece stands again as the page's heading.
bool repeats_title(const PageLine& line, const FoundThread& thread) {
  return thread.title && line.fold == folded(*thread.title);
}

}  // namespace

std::optional<FoundThread> read_text_thread(const std::vector<PageLine>& lines, const DateReading& how) {
  TextThreadReader reader(lines, 0, how);
  auto segments = reader.segments();
  if (segments.empty()) return std::nullopt;
  FoundThread thread;
  if (reader.has_heads()) {
    const auto title = title_of_lines(lines, 0, reader.first_post_line());
    thread.title = title.title;
    thread.context = title.context;
  } else {
    auto& first = segments[0];
    const bool alone = first.end == first.begin + 1;
    const bool apart = alone || lines[first.begin + 1].gap > 0 || reader.is_dense_page();
    if (apart && is_title_like(lines[first.begin]) && (!alone || segments.size() > 2) &&
        reader.role(first.begin) == Role::Text) {
      const auto title = title_of_lines(lines, first.begin, first.begin + 1);
      thread.title = title.title;
      thread.context = title.context;
      ++first.begin;
      if (!alone && repeats_title(lines[first.begin], thread)) ++first.begin;
      if (first.begin == first.end) segments.erase(segments.begin());
    }
  }
  thread.posts = posts_of(reader, segments);
  if (!thread.title) take_title_from_first_post(thread);
  if (thread.posts.size() < 2 && reader.replies() == 0) return std::nullopt;
  const auto evidence = reader.has_heads() ? reader.dated_heads() * 2 + reader.replies() : reader.replies();
  thread.confidence = static_cast<int>(std::min<std::size_t>(95, 30 + 12 * evidence));
  return thread;
}

std::vector<FoundPost> read_text_comments(const std::vector<PageLine>& lines, std::size_t begin,
                                          const DateReading& how) {
  if (begin >= lines.size()) return {};
  TextThreadReader reader(lines, begin, how);
  const auto segments = reader.segments(1);
  return posts_of(reader, segments);
}

}  // namespace rialto::imports
