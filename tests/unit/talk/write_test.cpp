#include "talk/write.h"

#include <gtest/gtest.h>

#include "support/community.h"
#include "talk/draft.h"
#include "talk/imported.h"
#include "talk/moderation.h"
#include "talk/own.h"
#include "talk/post.h"
#include "talk/rating.h"
#include "talk/review.h"
#include "talk/thread.h"

using namespace rialto;
using namespace rialto::talk;

namespace {

class Talk : public testing::TestWithParam<Engine> {
 protected:
  Community c_{GetParam()};
  Db& db_ = c_.db();

  PostId answered(const Actor& actor, ThreadId thread, std::optional<PostId> parent, const std::string& body) {
    return std::get<Written>(c_.answer(actor, thread, parent, body)).post;
  }
  std::vector<std::string> bodies(ThreadId thread, PostOrder order) {
    std::vector<std::string> texts;
    for (const auto& post : db_.read([&](Tx& tx) { return posts_of(tx, thread, order, 1); }))
      texts.push_back(post.body);
    return texts;
  }
  Thread thread(ThreadId id) {
    return db_.read([&](Tx& tx) { return find_thread(tx, id); }).value();
  }
  Post post(PostId id) {
    return db_.read([&](Tx& tx) { return find_post(tx, id); }).value();
  }
};

}  // namespace

TEST_P(Talk, RepliesStandUnderWhatTheyAnswer) {
  const auto first = c_.start(c_.ben, "The closing scene", "first");
  const auto second = answered(c_.cleo, first.thread, {}, "second, to the thread");
  const auto third = answered(c_.cleo, first.thread, first.post, "third, to the first");
  answered(c_.ben, first.thread, third, "fourth, to the third");
  answered(c_.ben, first.thread, second, "fifth, to the second");
  answered(c_.ben, first.thread, first.post, "sixth, to the first");
  EXPECT_EQ(bodies(first.thread, PostOrder::Tree),
            (std::vector<std::string>{"first", "third, to the first", "fourth, to the third", "sixth, to the first",
                                      "second, to the thread", "fifth, to the second"}));
  EXPECT_EQ(bodies(first.thread, PostOrder::Flat)[2], "third, to the first");
  EXPECT_EQ(thread(first.thread).posts, 6);
}

TEST_P(Talk, ALongConversationInAnEarlyBranchStaysInOrder) {
  const auto first = c_.start(c_.ben, "Long", "0");
  answered(c_.cleo, first.thread, {}, "last");
  for (int n = 1; n <= 1200; ++n) answered(c_.ben, first.thread, first.post, std::to_string(n));
  const auto page = db_.read([&](Tx& tx) { return posts_of(tx, first.thread, PostOrder::Tree, 25); });
  ASSERT_EQ(page.size(), 2u);
  EXPECT_EQ(page[0].body, "1200");
  EXPECT_EQ(page[1].body, "last");
}

TEST_P(Talk, AFormThatIsSentTwiceMakesOnePost) {
  const auto first = c_.start(c_.ben, "Once", "text");
  const auto again = c_.start(c_.ben, "Once", "text");
  EXPECT_EQ(first.post, again.post);
  const auto one = std::get<Written>(c_.answer(c_.cleo, first.thread, first.post, "me too", "token-1"));
  const auto two = std::get<Written>(c_.answer(c_.cleo, first.thread, first.post, "me too", "token-1"));
  const auto other = std::get<Written>(c_.answer(c_.cleo, first.thread, first.post, "me too", "token-2"));
  EXPECT_EQ(one.post, two.post);
  EXPECT_NE(one.post, other.post);
  EXPECT_EQ(thread(first.thread).posts, 3);
}

TEST_P(Talk, WhatCantBeAPostIsRefusedWithItsReason) {
  const auto first = c_.start(c_.ben, "Refusals", "text");
  const auto elsewhere = c_.start(c_.ben, "Elsewhere", "other text");
  EXPECT_EQ(std::get<Refusal>(c_.answer(c_.cleo, first.thread, {}, " \n ")), Refusal::NoText);
  EXPECT_EQ(std::get<Refusal>(c_.answer(c_.cleo, first.thread, {}, std::string(70'000, 'x'))), Refusal::TextTooLong);
  EXPECT_EQ(std::get<Refusal>(c_.answer(c_.cleo, first.thread, elsewhere.post, "hm")), Refusal::PostNotFound);
  EXPECT_EQ(std::get<Refusal>(c_.answer(c_.cleo, ThreadId{99}, {}, "hm")), Refusal::ThreadNotFound);
}

TEST_P(Talk, AReplyToALockedThreadIsRefused) {
  const auto first = c_.start(c_.ben, "Locked", "text");
  db_.write([&](Tx& tx) { return act_on_thread(tx, c_.ana, first.thread, ThreadAct::Lock, "it went in circles"); });
  EXPECT_EQ(std::get<Refusal>(c_.answer(c_.ben, first.thread, {}, "one more")), Refusal::ThreadLocked);
  const auto log = db_.read([](Tx& tx) { return acts(tx, std::nullopt, 10); });
  ASSERT_EQ(log.size(), 1u);
  EXPECT_EQ(log[0].kind, "lock");
  EXPECT_EQ(log[0].reason, "it went in circles");
  EXPECT_EQ(log[0].moderator, "Ana");
}

TEST_P(Talk, TheTitleOfAReviewThatIsGoneIsNotToldByItsThread) {
  const auto review = std::get<ReviewId>(db_.write([&](Tx& tx) {
    return write_review(tx, c_.ben, FilmId{7}, {.title = "Rude words", .body = "Words.", .audience = "", .rating = {}}, "");
  }));
  const auto asked = std::get<Written>(db_.write([&](Tx& tx) { return reply_to_review(tx, c_.ben, review, "Well?", ""); }));
  answered(c_.cleo, asked.thread, asked.post, "No.");
  const auto told = [&] {
    return db_.read([&](Tx& tx) { return answers_to(tx, c_.ben.member, 5).size() + threads_named(tx, {asked.thread}).size(); });
  };
  EXPECT_EQ(told(), 2u);
  db_.write([&](Tx& tx) { return remove_review(tx, c_.ana, review, "rude"); });
  EXPECT_EQ(told(), 0u);
  db_.write([&](Tx& tx) { return bring_back_review(tx, c_.ana, review, "it was not"); });
  EXPECT_EQ(told(), 2u);
}

TEST_P(Talk, ModerationNeedsAModeratorAndAReason) {
  const auto first = c_.start(c_.ben, "Quiet", "text");
  const auto lock = [&](const Actor& actor, const std::string& reason) {
    return db_.write([&](Tx& tx) { return act_on_thread(tx, actor, first.thread, ThreadAct::Lock, reason); });
  };
  EXPECT_EQ(lock(c_.ben, "because"), Refusal::ModeratorsOnly);
  EXPECT_EQ(lock(c_.ana, "  "), Refusal::NoReason);
  EXPECT_FALSE(thread(first.thread).locked);
}

TEST_P(Talk, AnEditKeepsTheTextBefore) {
  const auto first = c_.start(c_.ben, "Edits", "before");
  const auto edit = [&](const Actor& actor, const std::string& body) {
    return db_.write([&](Tx& tx) { return edit_post(tx, actor, first.post, body); });
  };
  EXPECT_EQ(edit(c_.cleo, "mine now"), Refusal::NotYours);
  EXPECT_EQ(edit(c_.ben, "before"), Refusal::Unchanged);
  EXPECT_EQ(edit(c_.ben, "after"), std::nullopt);
  EXPECT_EQ(post(first.post).body, "after");
  EXPECT_TRUE(post(first.post).edited.has_value());
  const auto versions = db_.read([&](Tx& tx) { return versions_of(tx, first.post); });
  ASSERT_EQ(versions.size(), 1u);
  EXPECT_EQ(versions[0].body, "before");
}

TEST_P(Talk, ADeletedPostLeavesItsPlaceAndItsReplies) {
  const auto first = c_.start(c_.ben, "Tombstones", "gone soon");
  answered(c_.cleo, first.thread, first.post, "reply");
  EXPECT_EQ(db_.write([&](Tx& tx) { return delete_post(tx, c_.cleo, first.post); }), Refusal::NotYours);
  EXPECT_EQ(db_.write([&](Tx& tx) { return delete_post(tx, c_.ben, first.post); }), std::nullopt);
  EXPECT_EQ(post(first.post).state, PostState::DeletedByAuthor);
  EXPECT_EQ(thread(first.thread).posts, 2);
  EXPECT_EQ(db_.write([&](Tx& tx) { return restore_post(tx, c_.ben, first.post); }), std::nullopt);
  EXPECT_EQ(post(first.post).state, PostState::Stands);
}

TEST_P(Talk, WhatAModeratorRemovedItsAuthorCantBringBack) {
  const auto first = c_.start(c_.ben, "Removed", "spam");
  EXPECT_EQ(db_.write([&](Tx& tx) { return remove_post(tx, c_.ana, first.post, "an advertisement"); }), std::nullopt);
  EXPECT_EQ(db_.write([&](Tx& tx) { return restore_post(tx, c_.ben, first.post); }), Refusal::PostIsTombstone);
  EXPECT_EQ(db_.write([&](Tx& tx) { return bring_back_post(tx, c_.ana, first.post, "a mistake"); }), std::nullopt);
  EXPECT_EQ(post(first.post).state, PostState::Stands);
}

TEST_P(Talk, AMovedThreadCountsOnItsNewBoardOnly) {
  const auto first = c_.start(c_.ben, "Moved", "text");
  db_.write([&](Tx& tx) { return move_thread(tx, c_.ana, first.thread, c_.lobby, "not about the film"); });
  const auto board = [&](BoardId id) { return db_.read([&](Tx& tx) { return find_board(tx, id); }).value(); };
  EXPECT_EQ(board(c_.heat).threads, 0);
  EXPECT_EQ(board(c_.lobby).threads, 1);
  EXPECT_EQ(board(c_.lobby).posts, 1);
}

TEST_P(Talk, APageOfEachOrderHoldsItsPost) {
  const auto first = c_.start(c_.ben, "Pages", "1");
  for (int n = 2; n <= 120; ++n) answered(c_.cleo, first.thread, {}, std::to_string(n));
  const auto in_first = answered(c_.ben, first.thread, first.post, "121, to the first");
  db_.read([&](Tx& tx) {
    const auto found = find_post(tx, in_first).value();
    EXPECT_EQ(page_of(tx, found, PostOrder::Flat), 3);
    EXPECT_EQ(page_of(tx, found, PostOrder::Tree), 1);
    EXPECT_EQ(posts_of(tx, first.thread, PostOrder::Flat, 3).size(), 21u);
  });
}

TEST_P(Talk, AnImportedThreadKeepsWhatWasKeptAndInventsNothing) {
  ImportedThread old{.board = c_.heat, .title = "Old talk", .posts = {}};
  old.posts.push_back({.id = make_id<PostId>(), .dated = "", .body = "first"});
  old.posts.push_back({.id = make_id<PostId>(), .parent = 0, .dated = "2009", .edited = "", .body = "second"});
  old.posts.push_back({.id = make_id<PostId>(), .state = PostState::LostBeforeImport, .body = ""});
  const auto id = db_.write([&](Tx& tx) {
    const auto made = add_imported_thread(tx, old);
    keep_origin(tx, {.source = "test", .foreign_id = "42", .file = "old.html", .copied = ""}, "thread", made.value);
    return made;
  });
  const auto posts = db_.read([&](Tx& tx) { return posts_of(tx, id, PostOrder::Tree, 1); });
  ASSERT_EQ(posts.size(), 3u);
  EXPECT_FALSE(posts[0].author);
  EXPECT_EQ(posts[0].dated, "");
  EXPECT_EQ(posts[1].dated, "2009");
  EXPECT_EQ(posts[1].edited, "");
  EXPECT_EQ(posts[1].parent_number, 1);
  EXPECT_EQ(posts[2].state, PostState::LostBeforeImport);
  EXPECT_EQ(db_.read([](Tx& tx) { return known_by_origin(tx, "test", "42"); })->subject, id.value);
  const auto reply = std::get<Written>(c_.answer(c_.ben, id, posts[1].id, "years later"));
  EXPECT_EQ(post(reply.post).number, 4);
  EXPECT_EQ(bodies(id, PostOrder::Tree)[2], "years later");
}

TEST_P(Talk, DraftsOfNobodyAreBoundedAndThoseOfMembersAreNot) {
  const auto token = [](int n) { return "t" + std::to_string(10'000 + n); };
  const auto found = [&](const std::string& one) {
    return db_.write([&](Tx& tx) { return take_draft(tx, one, c_.ben.member); }).has_value();
  };
  db_.write([&](Tx& tx) {
    save_draft(tx, {.token = "mine", .member = c_.ben.member, .place = "/x", .title = "", .body = "mine", .at = now()});
    for (int n = 0; n < 510; ++n)
      save_draft(tx, {.token = token(n), .member = {}, .place = "/x", .title = "", .body = "stray", .at = now()});
    forget_stray_drafts(tx);
  });
  EXPECT_TRUE(found("mine"));
  EXPECT_FALSE(found(token(0)));
  EXPECT_TRUE(found(token(509)));
}

TEST_P(Talk, ADraftIsFoundAgainByWhoeverSignsInForItAndByNobodyElse) {
  const Draft draft{
      .token = "t1", .member = {}, .place = "/board/lobby/new", .title = "Title", .body = "Text", .at = {}};
  db_.write([&](Tx& tx) { save_draft(tx, draft); });
  const auto take = [&](MemberId member) { return db_.write([&](Tx& tx) { return take_draft(tx, "t1", member); }); };
  ASSERT_TRUE(take(c_.ben.member));
  EXPECT_FALSE(take(c_.cleo.member));
  EXPECT_EQ(take(c_.ben.member)->body, "Text");
}

TEST_P(Talk, AReviewHasOneThreadForItsReplies) {
  const auto review = std::get<ReviewId>(db_.write([&](Tx& tx) {
    return write_review(tx, c_.ben, FilmId{7},
                        {.title = "Night city", .body = "Long text", .audience = "", .rating = 9}, "");
  }));
  const auto answer = [&](const std::string& text) {
    return std::get<Written>(db_.write([&](Tx& tx) { return reply_to_review(tx, c_.cleo, review, text, ""); }));
  };
  const auto one = answer("agreed");
  const auto two = answer("and one more thing");
  EXPECT_EQ(one.thread, two.thread);
  EXPECT_EQ(thread(one.thread).review, review);
  EXPECT_EQ(db_.read([](Tx& tx) { return ratings_of(tx, FilmId{7}); }).of[8], 1);
}

TEST_P(Talk, WhoLeavesMayTakeTheirWordsAlong) {
  const auto first = c_.start(c_.ben, "Leaving", "mine");
  const auto other = answered(c_.cleo, first.thread, first.post, "hers");
  db_.write([&](Tx& tx) { withdraw_all_of(tx, c_.ben.member); });
  EXPECT_EQ(post(first.post).state, PostState::DeletedByAuthor);
  EXPECT_EQ(post(other).state, PostState::Stands);
}

TEST_P(Talk, AReportIsTakenOnceFromEach) {
  const auto first = c_.start(c_.ben, "Reported", "text");
  const auto send = [&](MemberId from) {
    return db_.write([&](Tx& tx) { return report(tx, from, "post", first.post.value, "rude"); });
  };
  EXPECT_EQ(send(c_.cleo.member), std::nullopt);
  EXPECT_EQ(send(c_.cleo.member), Refusal::AlreadyReported);
  const auto open = db_.read([](Tx& tx) { return reports_in(tx, ReportState::Open, 10); });
  ASSERT_EQ(open.size(), 1u);
  db_.write([&](Tx& tx) { close_report(tx, c_.ana, open[0].id, ReportState::SetAside, "not so"); });
  EXPECT_EQ(db_.read([](Tx& tx) { return open_reports(tx); }), 0);
}

INSTANTIATE_TEST_SUITE_P(Both, Talk, testing::ValuesIn(engines_here()), engine_name);
