/* Owns what a process asks of the disk under one folder: tells it, stops it, or refuses it.
 *
 * Loaded with LD_PRELOAD. Idle until rhi_arm names a folder; from then on every call that changes
 * or forces something below it goes into a trace file outside of it, may be the call at which the
 * process is killed, and may be refused as a full or broken disk would refuse it.
 *
 * No header is used, so that a compiler alone can build it: sizes are those of a 64-bit Linux.
 */

#define NEXT ((void *)-1L)
#define FILES 4096
#define PATH 4096
#define HERE (-100) /* AT_FDCWD */
#define ACCESS 3    /* O_WRONLY and O_RDWR */
#define MAKES 01100 /* O_CREAT and O_TRUNC */
#define CREATES 0100

enum { OPEN = 1, WRITE, TRUNCATE, GROW, SYNC, RENAME, UNLINK, LINK, MKDIR, RMDIR, MARK };
enum { FULL = 28, QUOTA = 122, UNSUPPORTED = 88, INVALID = 22 };

struct head { int op, handle; long at; int first, second; };
struct piece { const void *base; unsigned long length; };

extern void *dlsym(void *, const char *);
extern int *__errno_location(void);
extern int kill(int, int), getpid(void), access(const char *, int);
extern int pthread_mutex_lock(void *), pthread_mutex_unlock(void *);
extern long readlink(const char *, char *, unsigned long), lseek(int, long, int);
extern char *getcwd(char *, unsigned long), *strstr(const char *, const char *);
extern unsigned long strlen(const char *);
extern int strncmp(const char *, const char *, unsigned long), strcmp(const char *, const char *);
extern int snprintf(char *, unsigned long, const char *, ...);

static long mutex[16];
static char folder[PATH], named[FILES][256];
static int armed, trace = -1, handles[FILES], given;
static int stop_op, stop_nth, stop_after, seen;
static char stop_name[PATH];
static int fail_error, fail_from, fail_until, counted;

#define REAL(result, name, ...)                                                                    \
    static result (*real_##name)(__VA_ARGS__);                                                     \
    static result (*get_##name(void))(__VA_ARGS__)                                                 \
    {                                                                                              \
        if (!real_##name) real_##name = dlsym(NEXT, #name);                                        \
        return real_##name;                                                                        \
    }
REAL(int, openat, int, const char *, int, int)
REAL(int, close, int)
REAL(long, write, int, const void *, unsigned long)
REAL(long, writev, int, const struct piece *, int)
REAL(long, pwrite64, int, const void *, unsigned long, long)
REAL(int, ftruncate64, int, long)
REAL(int, posix_fallocate64, int, long, long)
REAL(int, fallocate64, int, int, long, long)
REAL(int, fsync, int)
REAL(int, fdatasync, int)
REAL(int, renameat, int, const char *, int, const char *)
REAL(int, unlinkat, int, const char *, int)
REAL(int, linkat, int, const char *, int, const char *, int)
REAL(int, mkdirat, int, const char *, int)
REAL(long, sendfile64, int, int, long *, unsigned long)
REAL(long, copy_file_range, int, long *, int, long *, unsigned long, unsigned)

static int below(const char *path)
{
    unsigned long length = strlen(folder);
    return armed && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

static int of_file(int number, char *whole)
{
    char link[64];
    long length;
    snprintf(link, sizeof link, "/proc/self/fd/%d", number);
    length = readlink(link, whole, PATH - 1);
    whole[length < 0 ? 0 : length] = 0;
    return length > 0;
}

/* The whole path of a name beside an open folder; true when it is one of ours. */
static int ours(int beside, const char *path, char *whole)
{
    char start[PATH];
    if (!armed || !path) return 0;
    if (path[0] == '/') snprintf(whole, PATH, "%s", path);
    else {
        if (beside == HERE ? !getcwd(start, PATH) : !of_file(beside, start)) return 0;
        snprintf(whole, PATH, "%s/%s", start, path);
    }
    return below(whole);
}

static int handle(int number) { return number >= 0 && number < FILES ? handles[number] : 0; }
static const char *name_of(int number) { return named[number]; }

static void know(int number, const char *whole)
{
    unsigned long length = strlen(whole);
    if (number >= FILES) return;
    handles[number] = ++given;
    /* The end of a long path says which file it is. */
    snprintf(named[number], 256, "%s", length > 255 ? whole + length - 255 : whole);
}

static void tell(int op, int file, long at, const void *first, int one, const char *second, int two)
{
    struct head head = { op, file, at, one, two };
    struct piece pieces[3] = { { &head, sizeof head }, { first, one }, { second, two } };
    if (trace >= 0) get_writev()(trace, pieces, 3);
}

/* Whether a disk in this state would refuse such a call at all: what gives room back goes through. */
static int concerns(int op, const char *path, int flags)
{
    if (fail_error != FULL && fail_error != QUOTA) return 1;
    if (op == UNLINK || op == RMDIR || op == TRUNCATE) return 0;
    return op != OPEN || ((flags & CREATES) && access(path, 0) != 0);
}

/* A piece that ends with a slash stands anywhere in a path, any other at its end. */
static int fits(const char *path)
{
    unsigned long length = strlen(path), piece = strlen(stop_name);
    if (piece && stop_name[piece - 1] == '/') return strstr(path, stop_name) != 0;
    return length >= piece && !strcmp(path + length - piece, stop_name);
}

/* Before a call: is it the one to die at, or one to refuse? */
static int refused(int op, const char *path, int flags)
{
    if (stop_nth && stop_op == op && fits(path)) {
        seen++;
        if (seen == stop_nth && !stop_after) kill(getpid(), 9);
    }
    if (!fail_error || !concerns(op, path, flags)) return 0;
    counted++;
    if (counted < fail_from || counted > fail_until) return 0;
    *__errno_location() = fail_error;
    return 1;
}

static void done(int op, const char *path)
{
    if (stop_nth && stop_after && stop_op == op && seen == stop_nth && fits(path))
        kill(getpid(), 9);
}

/* One call from its beginning to its end, alone: `call` gives `result`, `said` writes the trace. */
#define ASKED(op, path, flags, result, call, said)                                                 \
    pthread_mutex_lock(mutex);                                                                     \
    if (refused(op, path, flags)) result = -1;                                                     \
    else if ((result = (call)) >= 0) {                                                             \
        said;                                                                                      \
        done(op, path);                                                                            \
    }                                                                                              \
    pthread_mutex_unlock(mutex)

static int opened(int beside, const char *path, int flags, int mode)
{
    char whole[PATH];
    int number;
    if (!ours(beside, path, whole)) {
        number = get_openat()(beside, path, flags, mode);
        if (number >= 0 && number < FILES) handles[number] = 0;
        return number;
    }
    if (flags & (ACCESS | MAKES)) {
        ASKED(OPEN, whole, flags, number, get_openat()(beside, path, flags, mode),
              know(number, whole);
              tell(OPEN, handle(number), flags, whole, strlen(whole), 0, 0));
        return number;
    }
    number = get_openat()(beside, path, flags, mode);
    if (number < 0) return number;
    know(number, whole);
    tell(OPEN, handle(number), flags, whole, strlen(whole), 0, 0);
    return number;
}

int open(const char *path, int flags, int mode) { return opened(HERE, path, flags, mode); }
int open64(const char *path, int flags, int mode) { return opened(HERE, path, flags, mode); }
int openat(int at, const char *path, int flags, int mode) { return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, int mode) { return opened(at, path, flags, mode); }

int close(int number)
{
    if (number >= 0 && number < FILES) handles[number] = 0;
    return get_close()(number);
}

long write(int number, const void *data, unsigned long length)
{
    long result;
    if (!handle(number)) return get_write()(number, data, length);
    ASKED(WRITE, name_of(number), 0, result, get_write()(number, data, length),
          tell(WRITE, handle(number), lseek(number, 0, 1) - result, data, result, 0, 0));
    return result;
}

long writev(int number, const struct piece *pieces, int count)
{
    /* A short answer is allowed: the caller comes back with the rest. */
    if (!handle(number)) return get_writev()(number, pieces, count);
    return count > 0 ? write(number, pieces[0].base, pieces[0].length) : 0;
}

static long placed(int number, const void *data, unsigned long length, long at)
{
    long result;
    if (!handle(number)) return get_pwrite64()(number, data, length, at);
    ASKED(WRITE, name_of(number), 0, result, get_pwrite64()(number, data, length, at),
          tell(WRITE, handle(number), at, data, result, 0, 0));
    return result;
}

long pwrite(int number, const void *data, unsigned long length, long at)
{
    return placed(number, data, length, at);
}

long pwrite64(int number, const void *data, unsigned long length, long at)
{
    return placed(number, data, length, at);
}

static int cut(int number, long length)
{
    int result;
    if (!handle(number)) return get_ftruncate64()(number, length);
    ASKED(TRUNCATE, name_of(number), 0, result, get_ftruncate64()(number, length),
          tell(TRUNCATE, handle(number), length, 0, 0, 0, 0));
    return result;
}

int ftruncate(int number, long length) { return cut(number, length); }
int ftruncate64(int number, long length) { return cut(number, length); }

static int grown(int number, int mode, long at, long length)
{
    int result;
    ASKED(GROW, name_of(number), 0, result, get_fallocate64()(number, mode, at, length),
          tell(GROW, handle(number), at + length, 0, 0, 0, 0));
    return result;
}

int fallocate(int number, int mode, long at, long length)
{
    if (!handle(number)) return get_fallocate64()(number, mode, at, length);
    if (mode) return *__errno_location() = INVALID, -1;
    return grown(number, mode, at, length);
}

int fallocate64(int number, int mode, long at, long length)
{
    return fallocate(number, mode, at, length);
}

int posix_fallocate64(int number, long at, long length)
{
    if (!handle(number)) return get_posix_fallocate64()(number, at, length);
    return grown(number, 0, at, length) < 0 ? *__errno_location() : 0;
}

int posix_fallocate(int number, long at, long length)
{
    return posix_fallocate64(number, at, length);
}

int fsync(int number)
{
    int result;
    if (!handle(number)) return get_fsync()(number);
    ASKED(SYNC, name_of(number), 0, result, get_fsync()(number),
          tell(SYNC, handle(number), 0, 0, 0, 0, 0));
    return result;
}

int fdatasync(int number)
{
    int result;
    if (!handle(number)) return get_fdatasync()(number);
    ASKED(SYNC, name_of(number), 0, result, get_fdatasync()(number),
          tell(SYNC, handle(number), 1, 0, 0, 0, 0));
    return result;
}

int renameat(int from, const char *old, int to, const char *fresh)
{
    char one[PATH], two[PATH];
    int result, mine = ours(from, old, one);
    if (!ours(to, fresh, two) && !mine) return get_renameat()(from, old, to, fresh);
    ASKED(RENAME, two, 0, result, get_renameat()(from, old, to, fresh),
          tell(RENAME, 0, 0, one, strlen(one), two, strlen(two)));
    return result;
}

int rename(const char *old, const char *fresh) { return renameat(HERE, old, HERE, fresh); }

int unlinkat(int beside, const char *path, int flags)
{
    char whole[PATH];
    int result, op = flags ? RMDIR : UNLINK;
    if (!ours(beside, path, whole)) return get_unlinkat()(beside, path, flags);
    ASKED(op, whole, 0, result, get_unlinkat()(beside, path, flags),
          tell(op, 0, 0, whole, strlen(whole), 0, 0));
    return result;
}

int unlink(const char *path) { return unlinkat(HERE, path, 0); }
int rmdir(const char *path) { return unlinkat(HERE, path, 0x200); }

int linkat(int from, const char *old, int to, const char *fresh, int flags)
{
    char one[PATH], two[PATH];
    int result, mine = ours(from, old, one);
    if (!ours(to, fresh, two) && !mine) return get_linkat()(from, old, to, fresh, flags);
    ASKED(LINK, two, 0, result, get_linkat()(from, old, to, fresh, flags),
          tell(LINK, 0, 0, one, strlen(one), two, strlen(two)));
    return result;
}

int link(const char *old, const char *fresh) { return linkat(HERE, old, HERE, fresh, 0); }

int mkdirat(int beside, const char *path, int mode)
{
    char whole[PATH];
    int result;
    if (!ours(beside, path, whole)) return get_mkdirat()(beside, path, mode);
    ASKED(MKDIR, whole, 0, result, get_mkdirat()(beside, path, mode),
          tell(MKDIR, 0, 0, whole, strlen(whole), 0, 0));
    return result;
}

int mkdir(const char *path, int mode) { return mkdirat(HERE, path, mode); }

/* Copies inside the kernel carry no bytes past us: whoever asks copies by reading and writing. */
long sendfile64(int to, int from, long *at, unsigned long length)
{
    if (handle(to)) return *__errno_location() = UNSUPPORTED, -1;
    return get_sendfile64()(to, from, at, length);
}

long sendfile(int to, int from, long *at, unsigned long length)
{
    return sendfile64(to, from, at, length);
}

long copy_file_range(int from, long *a, int to, long *b, unsigned long length, unsigned flags)
{
    if (handle(to)) return *__errno_location() = INVALID, -1;
    return get_copy_file_range()(from, a, to, b, length, flags);
}

/* What the program calls. */

void rhi_arm(const char *below_this, const char *into)
{
    char whole[PATH];
    int number;
    snprintf(folder, PATH, "%s", below_this);
    trace = into ? get_openat()(HERE, into, 01 | 0100 | 01000 | 02000, 0600) : -1;
    stop_nth = seen = fail_error = counted = 0;
    armed = 1;
    for (number = 0; number < FILES; number++) {
        handles[number] = 0;
        if (number < 1024 && of_file(number, whole) && below(whole)) know(number, whole);
    }
}

void rhi_disarm(void)
{
    int number;
    armed = stop_nth = fail_error = 0;
    for (number = 0; number < FILES; number++) handles[number] = 0;
    if (trace >= 0) get_close()(trace);
    trace = -1;
}

void rhi_mark(const char *text) { tell(MARK, 0, 0, text, strlen(text), 0, 0); }

/* Die at the so-manieth call of a kind on a path that fits. */
void rhi_stop(int op, const char *piece, int nth, int after)
{
    snprintf(stop_name, PATH, "%s", piece);
    stop_op = op, stop_nth = nth, stop_after = after, seen = 0;
}

/* Refuse the calls of these numbers with this error; 0 gives the room back. */
void rhi_fail(int error, int from, int until)
{
    fail_error = error, fail_from = from, fail_until = until, counted = 0;
}

int rhi_counted(void) { return counted; }
