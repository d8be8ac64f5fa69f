#include "import/html_page.h"

namespace rialto::imports {

HtmlFindings read_html_page(std::string_view html, DateReading) {
  HtmlFindings findings;
  findings.plain = std::string(html);
  return findings;
}

}  // namespace rialto::imports
