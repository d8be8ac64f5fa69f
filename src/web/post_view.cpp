#include "web/post_view.h"

#include <algorithm>
#include <unordered_set>

#include "base/strings.h"
#include "member/member.h"
#include "say/thread.h"
#include "talk/moderation.h"
#include "text/markup.h"
#include "text/mask.h"
#include "web/board_place.h"
#include "web/picture_files.h"
#include "web/pieces.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr std::int64_t kDeepest = 7;

std::string_view gone_sentence(talk::PostState state, Language language) {
  switch (state) {
    case talk::PostState::DeletedByAuthor:
      return say::thread::deleted_by_author(language);
    case talk::PostState::RemovedByModerator:
      return say::thread::removed_by_moderator(language);
    case talk::PostState::LostBeforeImport:
      return say::thread::lost_before_import(language);
    case talk::PostState::Stands:
      break;
  }
  return "";
}

void add_links(view::Post& view, const talk::Post& post) {
  const auto address = post_address(post.id);
  view.reply_href = address + "/reply";
  view.quote_href = address + "/reply?quote=1";
  view.report_href = address + "/report";
  view.names_href = address + "/names";
  view.hide_href = address + "/hide";
  if (post.by_ghost || !post.author) return;
  view.edit_href = address + "/edit";
  view.delete_href = address + "/delete";
}

void add_edit_mark(view::Post& view, const talk::Post& post, const Telling& telling) {
  if (!post.edited) return;
  view.edited = true;
  if (!post.edited->empty()) view.edited_when = when_of(*post.edited, telling);
  if (post.version > 1) view.history_href = post_address(post.id) + "/history";
}

void add_addressee(view::Post& view, const talk::Post& post) {
  if (!post.parent) return;
  view.to = post.parent_author ? *post.parent_author : "#" + std::to_string(post.parent_number.value_or(0));
  view.to_href = post_address(*post.parent);
}

}  // namespace

struct Mentions::Named {
  std::vector<PostId> posts;
  std::vector<std::string> members;
  std::vector<std::string> films;
  std::vector<std::string> pictures;
  std::vector<std::string> spoilers;

  void add(std::string_view text, const text::References& references) {
    for (const auto& post : references.posts)
      if (const auto id = from_short_form(post)) posts.push_back({*id});
    members.insert(members.end(), references.members.begin(), references.members.end());
    for (auto& picture : talk::pictures_in(text)) pictures.push_back(std::move(picture));
    films.insert(films.end(), references.films.begin(), references.films.end());
    for (const auto& spoiler : references.spoilers)
      if (std::find(spoilers.begin(), spoilers.end(), spoiler) == spoilers.end()) spoilers.push_back(spoiler);
  }
};

Mentions::Mentions(Tx& tx, const std::vector<std::string_view>& texts, KeptTexts& kept, const std::optional<film::Film>& about, const std::string& thread_spoils)
    : kept_(&kept), thread_spoils_(thread_spoils) {
  Named named;
  for (const auto text : texts) named.add(text, *kept.note(text).references);
  look_up(tx, std::move(named), about);
}

Mentions::Mentions(Tx& tx, const std::vector<talk::Post>& posts, KeptTexts& kept, const std::optional<film::Film>& about, const std::string& thread_spoils)
    : kept_(&kept), thread_spoils_(thread_spoils) {
  Named named;
  for (const auto& post : posts) {
    if (post.state != talk::PostState::Stands) continue;
    const auto& noted = bodies_.emplace(post.id, kept.note(post.body)).first->second;
    named.add(post.body, *noted.references);
    if (!post.signature.empty()) named.add(post.signature, *kept.note(post.signature).references);
  }
  look_up(tx, std::move(named), about);
  names_ = talk::names_in(tx, posts);
}

void Mentions::look_up(Tx& tx, Named named, const std::optional<film::Film>& about) {
  authors_ = talk::authors_of(tx, named.posts);
  members_ = member::names_known(tx, named.members);
  films_ = FilmLinks(tx, named.films);
  if (!thread_spoils_.empty()) named.spoilers.push_back(thread_spoils_);
  spoilers_ = SpoilerLabels(tx, std::move(named.spoilers), about);
  pictures_ = talk::find_pictures(tx, named.pictures);
}

std::optional<std::string> Mentions::author_of(std::string_view post) const {
  const auto id = from_short_form(post);
  for (const auto& author : authors_)
    if (id && author.post.value == *id) return author.name;
  return std::nullopt;
}

Mentions::Mentions(Tx& tx, const talk::Review& review, KeptTexts& kept, const std::optional<film::Film>& about)
    : Mentions(tx, std::vector<std::string_view>{review.body}, kept, about) {
  names_of_review_ = talk::names_in(tx, review);
}

bool Mentions::knows_member(std::string_view name) const {
  return std::binary_search(members_.begin(), members_.end(), folded(name));
}

// The text, its limit and mask, and what each of its references leads to; each with its length, so that no two are alike.
std::string Mentions::ingredients_of(const std::string& markdown, const NotedText& noted, const Telling& telling, std::size_t limit, const Names& names) const {
  std::string all;
  const auto add = [&all](std::string_view piece) { all.append(std::to_string(piece.size())).append(" ").append(piece); };
  const auto& [mark, references] = noted;
  add(std::to_string(mark.first));
  add(std::to_string(mark.second));
  add(telling.mask.key());
  add(say::tag_of(telling.language));
  add(std::to_string(limit));
  for (const auto& post : references->posts) {
    const auto author = author_of(post);
    add(author ? "by " + *author : "");
  }
  for (const auto& name : references->members) add(knows_member(name) ? "known" : "");
  for (const auto& name : references->films) {
    const auto film = films_.find(name);
    add(film ? film->address : "");
    add(film ? film->title : "");
  }
  for (const auto& written : references->spoilers) {
    const auto of = spoilers_.of(written, telling.language);
    add(of.key);
    add(of.title);
  }
  for (const auto& picture : pictures_)
    if (markdown.find(picture.key) != std::string::npos)
      add(picture.key + " " + std::to_string(picture.width) + " " + std::to_string(picture.height));
  for (const auto& name : names) {
    add(std::to_string(name.begin) + " " + std::to_string(name.end));
    add(name.address);
    add(name.title);
  }
  return all;
}

text::SafeHtml Mentions::rendered(const std::string& markdown, const Telling& telling, std::size_t limit, const Names& names) const {
  return rendered(markdown, kept_->note(markdown), telling, limit, names);
}

text::SafeHtml Mentions::rendered(const talk::Post& post, const Telling& telling) const {
  static const Names none;
  const auto names = names_.find(post.id);
  const auto noted = bodies_.find(post.id);
  return rendered(post.body, noted == bodies_.end() ? kept_->note(post.body) : noted->second, telling, text::kPostLimit,
                  names == names_.end() ? none : names->second);
}

// Of the review, as a section that begins there counts them.
Mentions::Names Mentions::names_between(std::size_t begin, std::size_t end) const {
  Names names;
  for (auto name : names_of_review_) {
    if (name.begin < begin || name.end > end) continue;
    name.begin -= begin;
    name.end -= begin;
    names.push_back(std::move(name));
  }
  return names;
}

std::vector<text::SafeHtml> Mentions::rendered(const std::vector<text::Section>& sections, const Telling& telling) const {
  const auto begins = names_of_review_.empty() ? std::vector<std::size_t>(sections.size() + 1) : text::begins_of(sections);
  std::vector<text::SafeHtml> all;
  for (std::size_t at = 0; at < sections.size(); ++at)
    all.push_back(rendered(sections[at].body, telling, text::kReviewLimit, names_between(begins[at], begins[at + 1])));
  return all;
}

text::SafeHtml Mentions::rendered(const std::string& markdown, const NotedText& noted, const Telling& telling, std::size_t limit, const Names& names) const {
  return *kept_->rendered(ingredients_of(markdown, noted, telling, limit, names), [&] {
    text::RenderOptions options;
    options.input_limit = limit;
    options.names = &names;
    options.mask = telling.mask.empty() ? nullptr : &telling.mask;
    options.language = telling.language;
    options.knows_member = [this](std::string_view name) { return knows_member(name); };
    options.find_film = [this](std::string_view name) { return films_.find(name); };
    options.spoiler_of = [&](std::string_view written) { return spoilers_.of(written, telling.language); };
    options.find_picture = [this](std::string_view address) { return picture_files(pictures_, address); };
    options.author_of = [this](std::string_view post) { return author_of(post); };
    return text::render(markdown, options).html;
  });
}

view::Post view_of(const talk::Post& post, const Mentions& mentions, const Telling& telling) {
  view::Post view;
  view.id = short_form(post.id);
  view.href = post_address(post.id);
  view.number = static_cast<int>(post.number);
  view.depth = static_cast<int>(std::min(post.depth, kDeepest));
  view.deeper = post.depth > kDeepest;
  if (post.author) view.by = short_form(*post.author);
  if (post.state != talk::PostState::Stands) {
    view.gone = gone_sentence(post.state, telling.language);
    if (post.state == talk::PostState::RemovedByModerator) view.restore_href = view.href + "/restore";
    if (post.state == talk::PostState::DeletedByAuthor) view.undelete_href = view.href + "/undelete";
    return view;
  }
  view.author = who_of(post.author, post.author_name, post.by_ghost, telling.language);
  view.when = when_of(post.dated, telling);
  view.body = mentions.rendered(post, telling);
  if (!post.signature.empty()) view.signature = mentions.rendered(post.signature, telling, 2000);
  add_addressee(view, post);
  add_edit_mark(view, post, telling);
  add_links(view, post);
  return view;
}

view::Post view_alone(Tx& tx, const Visit& visit, const talk::Post& post) {
  const auto thread = talk::find_thread(tx, post.thread);
  const Mentions mentions(tx, std::vector{post}, visit.site.texts(), place_of(tx, thread->board).film, thread->spoils);
  auto view = view_of(post, mentions, visit.telling());
  view.veil = mentions.thread_veil(visit.language);
  return view;
}

std::vector<view::Post> views_of(const PostsOnPage& page, const Telling& telling) {
  std::unordered_set<std::int64_t> here;
  for (const auto& post : page.posts) here.insert(post.id.value);
  std::vector<view::Post> views;
  views.reserve(page.posts.size());
  for (const auto& post : page.posts) {
    views.push_back(view_of(post, page.mentions, telling));
    if (const auto why = page.removal_reasons.find(post.id); why != page.removal_reasons.end())
      views.back().gone_why = why->second;
    if (post.parent && here.contains(post.parent->value)) views.back().to_href = "#p-" + short_form(*post.parent);
  }
  return views;
}

PostsOnPage with_mentions(Tx& tx, std::vector<talk::Post> posts, KeptTexts& kept, const std::optional<film::Film>& about, const std::string& thread_spoils) {
  std::vector<PostId> removed;
  for (const auto& post : posts)
    if (post.state == talk::PostState::RemovedByModerator) removed.push_back(post.id);
  Mentions mentions(tx, posts, kept, about, thread_spoils);
  return {.posts = std::move(posts),
          .mentions = std::move(mentions),
          .removal_reasons = talk::removal_reasons(tx, removed)};
}

}  // namespace rialto::web
