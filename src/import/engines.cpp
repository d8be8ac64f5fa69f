#include "import/engines.h"

#include <array>

namespace rialto::imports {
namespace {

constexpr std::array<Engine, 23> kBoards = {{
    {"XenForo 2", "article.message[data-author], article.message--post",
     ".message-name .username, .message-userDetails .username",
     ".message-attribution-main time, .message-attribution time, .message-date time, time",
     ".message-body .bbWrapper, .message-content .bbWrapper, .message-body", ".message-signature", ".message-lastEdit"},
    {"XenForo 1", "li.message[data-author], li.message", ".messageUserInfo .username, .userText .username, .username",
     ".messageMeta .DateTime, .DateTime, .datePermalink", ".messageText, .messageContent",
     ".signature, .baseHtml.signature", ".editDate"},
    {"Invision", "article.cPost, article.ipsComment, div.ipsComment",
     ".ipsComment_author h3, .cAuthorPane_author, .ipsEntry__author, .ipsComment_meta a, .author",
     "time, abbr.published", "[data-role=commentContent], .cPost_contentWrap, .ipsType_richText",
     "[data-role=memberSignature]", ".ipsComment_edited, .ipsEdit, span.ipsType_light em"},
    {"Invision 3", "div.post_block", ".author, .vcard .fn", "abbr.published", ".post.entry-content, .post_body .post",
     ".signature", ".edit"},
    {"phpBB 3", "div.post.has-profile, div.post.bg1, div.post.bg2, div.post.bg3, div.post[id^=p]",
     ".author .username, .author .username-coloured, p.author strong, .postprofile .username, .postprofile "
     ".username-coloured, .postprofile dt a",
     "p.author time, .author time, p.author, .postbody .author", ".postbody .content, .content, .postbody",
     ".signature", ".notice"},
    {"WoltLab", "article.wbbPost, li.message.wbbPost, article.message.wbbPost",
     ".messageSidebar .username, .messageAuthor .username, .username", "time",
     ".messageText, .messageBody .htmlContent", ".messageSignature", ".messageFooterNote, .messageFootnotes"},
    {"vBulletin 4", "li.postbitlegacy, li.postbit, li.postbitim, li.postcontainer", ".username, .bigusername",
     ".postdate .date, .postdate, .date", ".postcontent, .content, .postbody .postrow",
     ".signature, .signaturecontainer", ".lastedited"},
    {"vBulletin 5", "li.b-post", ".author, .b-userinfo__author", "time",
     ".js-post__content-text, .b-post__content .restore", ".post-signature, .b-post__signature",
     ".b-post__edit-details, .post-edit"},
    {"vBulletin 3", "table[id^=post]", "[id^=postmenu_], .bigusername", "td.thead, td.alt2 .smallfont, .thead",
     "td[id^=td_post_], [id^=post_message_]", "", ""},
    {"MyBB", "div.post[id^=post_], div.post.classic, table[id^=post_]",
     ".author_information strong, .author_information .largetext, .largetext a, .post_author strong a", ".post_date",
     ".post_body", ".signature", ".edited_post, .post_edit"},
    {"SMF", "div.post_wrapper", ".poster h4 a, .poster h4",
     ".keyinfo .smalltext, .postinfo .smalltext, .postinfo time, .keyinfo", ".post .inner, .inner, .postarea .post",
     ".signature", ".modified"},
    {"Discourse", "article[data-post-id]", ".names .username a, .names .username, .creator [itemprop=name], .username",
     ".post-date .relative-date, .relative-date, time", ".cooked, .post", "", ".post-edits, .edits"},
    {"Discourse, as crawlers see it", ".crawler-post, .topic-body.crawler-post",
     ".creator [itemprop=name], .creator, [itemprop=author] [itemprop=name], [itemprop=author]", "time[datetime], time",
     "[itemprop=articleBody], [itemprop=text], .post, .cooked", "", ""},
    {"Flarum", "article.Post, article.CommentPost", ".PostUser .username, .PostUser h3, .username", "time",
     ".Post-body", "", ".item-edited, .Post-edited"},
    {"NodeBB", "[component=post]", "[data-username] a, [itemprop=author], .username", ".timeago, time",
     "[component=post/content], .content", "[component=post/signature], .post-signature",
     ".edit-icon, [component=post/editor]"},
    {"FluxBB", "div.blockpost", ".postleft dt strong, dt strong", "h2 a", ".postmsg, .postright .postmsg",
     ".postsignature", ".postedit"},
    {"Reddit", "shreddit-post, shreddit-comment", "[slot=authorName], .author-name", "faceplate-timeago, time",
     "[slot=text-body], [slot=comment], .md", "", ""},
    {"old Reddit", "div.thing", ".tagline .author, .author, .tagline em", ".tagline time, time",
     ".usertext-body .md, .usertext-body", "", "time.edited-timestamp"},
    {"Lemmy", ".post-listing, .comment-node, li.comment, article.comment, .comment",
     ".person-listing, .user-name, .creator, .author", ".moment-time, time", ".md-div, .comment-content, .comment-text",
     "", ".edited"},
    {"Hacker News", "tr.athing.comtr, tr.comtr", ".hnuser", ".age", ".commtext, .comment", "", ""},
    {"IMDb, flat", ".thread .comment, .comment", ".user a, .user .nickname, .user, a.nickname", ".timestamp", ".body",
     ".signature, .sig", ".info"},
    {"microdata", "[itemtype$=/DiscussionForumPosting], [itemtype$=/Comment], [itemprop=comment]",
     "[itemprop=author] [itemprop=name], [itemprop=creator] [itemprop=name], [itemprop=author], [itemprop=creator]",
     "[itemprop=datePublished], [itemprop=dateCreated], [itemprop=commentTime], time",
     "[itemprop=text], [itemprop=articleBody], [itemprop=commentText]", "", "[itemprop=dateModified]"},
    {"microformats", ".h-entry, .h-cite", ".p-author .p-name, .p-author, .h-card", ".dt-published, time",
     ".e-content, .p-content", "", ".dt-updated"},
}};

constexpr std::array<Engine, 6> kComments = {{
    {"WordPress", "li.comment, li.pingback, li.trackback, .comment-list li, .commentlist li",
     ".fn, .comment-author-name, .comment-author .fn, .comment-author, cite",
     "time, .comment-date, .comment-metadata a, .comment-meta a, .commentmetadata a, .comment-meta",
     ".comment-content, .comment-text, .comment-body p, .comment-entry, .comment_container p, .comment-body", "",
     ".comment-edited"},
    {"Blogger", "#comments li.comment, .comment-thread li.comment, #comments .comment-block",
     ".user, .comment-author, cite", ".datetime, .comment-timestamp", ".comment-content, .comment-body", "", ""},
    {"Substack", ".comment, .comment-list-item", ".profile-hover-card-target a, .comment-meta a, .comment-author",
     ".comment-timestamp, .comment-meta a[title], time", ".comment-body", "", ".edited-indicator"},
    {"Disqus", "#comments .post, li.post", ".author, .publisher-anchor-color", ".time-ago, time",
     ".post-message, .post-message-container", "", ""},
    {"microdata", "[itemtype$=/Comment], [itemtype$=/UserComments], [itemprop=comment]",
     "[itemprop=author] [itemprop=name], [itemprop=creator] [itemprop=name], [itemprop=author], [itemprop=creator]",
     "[itemprop=datePublished], [itemprop=dateCreated], [itemprop=commentTime], time",
     "[itemprop=text], [itemprop=commentText], [itemprop=description]", "", ""},
    {"comments",
     "#comments .comment, .comments .comment, .comments-area .comment, article.comment, div.comment, li.comment",
     ".author, .comment-author, .comment__author, .fn, .user, .username, .name, cite, strong, b",
     "time, .date, .comment-date, .comment__date, .timestamp, .time",
     ".comment-content, .comment-body, .comment-text, .comment__body, .comment__content, .text, .body, .content, p", "",
     ""},
}};

}  // namespace

std::span<const Engine> board_engines() {
  return kBoards;
}
std::span<const Engine> comment_engines() {
  return kComments;
}

}  // namespace rialto::imports
