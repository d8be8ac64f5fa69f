// Signing up, in and out, and a member's own settings.
#pragma once

#include "web/view/frame.h"

namespace rialto::web::view {

// A simple form on a page of its own: sign in, sign up, a new password.
struct SmallForm {
  Frame frame;
  std::vector<Link> crumb;           // where it belongs; may be empty
  std::string heading, words;        // words: a sentence or two above it
  std::string action;
  std::vector<Field> fields;
  std::vector<Select> selects;
  std::vector<Editor> editors;
  std::string hidden_name, hidden_value;  // "back", where to go afterwards; may be empty
  std::string button;
  std::vector<Notice> notices;
  std::vector<Link> below;           // "No account yet? Sign up"
};

struct Device {
  std::string id, spoken;            // "Firefox on Linux, from 127.0.0.1"
  When last, since;
  bool current = false;
};

struct Settings {
  Frame frame;
  std::string name;
  std::vector<Notice> notices;
  Field new_name, name_password;
  Field new_email, email_password;
  Field old_password, new_password;
  Editor signature;
  bool screens = false, scores_hidden = false;  // of films that they haven't seen
  std::vector<Device> devices;
  Field leave_password;
  std::string archive_href;          // where a member's own archive is made; empty: nowhere yet
  // Where each form is sent (POST).
  std::string name_action = "/settings/name", email_action = "/settings/email", password_action = "/settings/password",
              signature_action = "/settings/signature", reading_action = "/settings/reading", device_action = "/settings/sessions",
              leave_action = "/settings/leave";  // device_action: session=ID or session=others; leave: posts=ghost|remove
};

}  // namespace rialto::web::view
