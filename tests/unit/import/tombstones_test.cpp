#include "import/tombstones.h"

#include <gtest/gtest.h>

#include "base/strings.h"

using namespace rialto;
using namespace rialto::imports;

TEST(Tombstones, AreLinesOfNothingButWordsThatBoardsSayThisWith) {
  for (const char* line : {"[deleted]",
                           "[removed]",
                           "(deleted)",
                           "[Message deleted by author]",
                           "[ Removed by Reddit ]",
                           "This message was deleted by a moderator.",
                           "This comment has been removed by the author.",
                           "Post deleted.",
                           "Beitrag gelöscht",
                           "[Beitrag vom Moderator gelöscht]",
                           "Ce message a été supprimé par son auteur",
                           "[supprimé]",
                           "Mensaje eliminado por el moderador",
                           "[eliminado]",
                           "Questo messaggio è stato rimosso",
                           "Bericht verwijderd door de moderator",
                           "[wpis usunięty]",
                           "Сообщение удалено",
                           "[silindi]",
                           "Comentário excluído",
                           "Inlägget har tagits bort",
                           "삭제된 댓글입니다.",
                           "该帖已被删除",
                           "このコメントは削除されました",
                           "[محذوف]"})
    EXPECT_TRUE(is_tombstone(folded(line))) << line;
}

TEST(Tombstones, AreNoSentencesOfTheTalk) {
  for (const char* line :
       {"I deleted my post.", "The deleted scenes are better than the film.", "It was removed.", "Was it deleted?",
        "Dieser Beitrag wurde zuletzt von Ana bearbeitet", "Who removed the reel from the can?",
        "My comment was removed from the other board, so here it is again.", "[spoiler removed for Ana]", "Gone.",
        "El final fue eliminado en la versión corta."})
    EXPECT_FALSE(is_tombstone(folded(line))) << line;
}

TEST(Tombstones, BearNamesThatStandForNobody) {
  for (const char* name : {"[deleted]", "[removed]", "~[usunięty]", "deleted user", "[gelöscht]"})
    EXPECT_TRUE(is_nobody(folded(name))) << name;
  for (const char* name : {"deleted_scenes", "Ana", "[Ana]"}) EXPECT_FALSE(is_nobody(folded(name))) << name;
}
