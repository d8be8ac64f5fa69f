#include <string>
#include <unordered_map>

#include "base/date_reading.h"
#include "base/strings.h"

namespace rialto {
namespace {

// Month by month; folded when the table is made. Abbreviations that are ordinary words of another language ("out",
// "set", "led") count only next to numbers, as all of these do.
constexpr const char* kNames[12] = {
    "january jan januar jän jänner jaenner janvier janv enero ene gennaio gen januari janeiro января январь янв "
    "stycznia styczeń sty ledna leden tammikuuta tammikuu ocak січня",
    "february feb febr februar feber février fév févr febrero febbraio februari fevereiro fev февраля февраль фев февр "
    "lutego luty lut února únor helmikuuta helmikuu şubat лютого",
    "march mar märz mär mrz mars marzo maart mrt março марта март мар marca marzec března březen maaliskuuta "
    "maaliskuu mart березня",
    "april apr avril avr abril abr aprile апреля апрель апр kwietnia kwiecień kwi dubna duben huhtikuuta huhtikuu "
    "nisan квітня",
    "may mai mayo maggio mag mei maio мая май maja maj května květen toukokuuta toukokuu mayıs травня",
    "june jun juni juin junio giugno giu junho июня июнь июн czerwca czerwiec cze června červen kesäkuuta kesäkuu "
    "haziran червня",
    "july jul juli juillet juil julio luglio lug julho июля июль июл lipca lipiec lip července červenec heinäkuuta "
    "heinäkuu temmuz липня",
    "august aug août agosto ago augustus augusti августа август авг sierpnia sierpień sie srpna srpen elokuuta elokuu "
    "ağustos серпня",
    "september sep sept septembre septiembre setiembre settembre set setembro сентября сентябрь сен сент września "
    "wrzesień wrz září syyskuuta syyskuu eylül вересня",
    "october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь окт października październik paź "
    "paz října říjen lokakuuta lokakuu ekim жовтня",
    "november nov novembre noviembre novembro ноября ноябрь ноя нояб listopada listopad lis listopadu marraskuuta "
    "marraskuu kasım листопада",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro декабря декабрь дек grudnia grudzień gru "
    "prosince prosinec joulukuuta joulukuu aralık desember des грудня"};

std::unordered_map<std::string, int> month_table() {
  std::unordered_map<std::string, int> table;
  for (int month = 1; month <= 12; ++month)
    for (const auto name : split(kNames[month - 1], ' ')) table.emplace(folded(name), month);
  return table;
}

}  // namespace

int month_of(std::string_view folded_word) {
  static const auto table = month_table();
  const auto found = table.find(std::string(folded_word));
  return found == table.end() ? 0 : found->second;
}

}  // namespace rialto
