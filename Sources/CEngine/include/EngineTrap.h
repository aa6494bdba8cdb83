#pragma once

#include <stdbool.h>

/// From now on, a trap or a crash of this process runs `/proc/self/exe --stopped SIGNAL FILE WHO PLACES` in its
/// place, which can say in peace what happened.
///
/// FILE is the number of a file with what was said on standard error meanwhile, or -1; WHO is as
/// `libretto_begin_authors_code` was told; PLACES are code addresses, the innermost first, as `p1f30,e88a0`: in the
/// program's file or in the engine's library, by their offset in it.
///
/// Needed because a handler may make none but async-signal-safe calls, which Swift code can't promise.
void libretto_explain_traps(void);

/// Tells that code of the author's runs from now on, and in whose body. What is said on standard error is held back,
/// so that the reason of a trap can be read. After `warn` seconds of this process's own time, `--stopped` is asked to
/// say so; after `most`, it takes this process's place. Bodies in one another have one clock: the outermost's.
void libretto_begin_authors_code(const char *who, int warn, int most);

/// Tells that the innermost body is done. After the outermost, what was held back is said.
void libretto_end_authors_code(void);

/// Stops the clock while the author's code waits for an answer of the engine's, or lets it run again.
void libretto_pause_authors_code(bool pauses);

/// Where what is said on standard error goes: there, unless that is held back.
int libretto_error_file(void);
