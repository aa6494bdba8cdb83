#include "CStart.h"

int libretto_engine_main(void);

int main(void) { return libretto_engine_main(); }
