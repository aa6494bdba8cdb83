/// The `main` of an author's file that has none of its own.
///
/// It lives in an archive: a file with `@main` brings its own, and the linker leaves this one out.
int main(void);
