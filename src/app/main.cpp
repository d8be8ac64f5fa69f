#include <iostream>

int main() {
  std::cout << "rialto\n";
  return 0;
}
