/* libarrowquant: tables of weights in, tables of quantized layers out, through the Arrow C data
 * interface. Plain C; nothing else needs to be included. docs/table.md has the whole story.
 *
 * A call takes its input streams over: they are released before it returns, whatever it returns.
 * Output structs are written only where the call says so and are then the caller's to release, in
 * any order, also after this library was asked for something else. Calls may be made from any
 * thread, and from several at once. */
#ifndef ARROWQUANT_H
#define ARROWQUANT_H

#include <stdint.h>

#if defined(_WIN32)
#define ARROWQUANT_API
#else
#define ARROWQUANT_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The structs of the Arrow C data and C stream interfaces, as their specification lays them out. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};
#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};
#endif

/* What a call returns: the exit statuses of arrowquant-cli, and 1. */
enum arrowquant_status {
    ARROWQUANT_DONE = 0,
    ARROWQUANT_SOME_FAILED = 1,     /* continue_on_error: the good layers are in the result */
    ARROWQUANT_WRONG_USAGE = 2,     /* an option, or a null pointer */
    ARROWQUANT_INPUT_REJECTED = 3,  /* the table, or what is in it */
    ARROWQUANT_BELOW_THRESHOLD = 4, /* validate: the report is there */
    ARROWQUANT_FAILED = 6,          /* otherwise: out of memory, or the producer failed */
    ARROWQUANT_CANCELLED = 130
};

enum arrowquant_symmetry {
    ARROWQUANT_ASYMMETRIC = 0,         /* the zero point is any number */
    ARROWQUANT_ASYMMETRIC_INTEGER = 1, /* the zero point is a code */
    ARROWQUANT_SYMMETRIC = 2
};

enum arrowquant_search {
    ARROWQUANT_SEARCH_NONE = 0, /* scales from the extremes of a group */
    ARROWQUANT_SEARCH_BALANCED = 1,
    ARROWQUANT_SEARCH_BEST = 2
};

enum arrowquant_order {
    ARROWQUANT_AS_GIVEN = 0,
    ARROWQUANT_BY_NAME = 1 /* by the bytes of the name's UTF-8 */
};

/* How far a call is. Bytes are those of the weights. */
struct arrowquant_progress {
    int64_t layers_done, layers_total;
    int64_t bytes_done, bytes_total;
    const char* layer; /* UTF-8, the one worked on; valid during the call */
};

/* To be filled by arrowquant_options_init(), then changed. */
struct arrowquant_options {
    uint32_t struct_size; /* set by init: programs built with an older header keep working */

    int32_t bit_width;  /* 4. 2, 4, 8; 3, 5, 6 when `strict` is 0 */
    int32_t group_size; /* 128. 32, 64, 128, 256 weights that share a scale; 0: the whole tensor */
    int32_t symmetry;   /* enum arrowquant_symmetry */
    int32_t search;     /* enum arrowquant_search: ARROWQUANT_SEARCH_BALANCED */
    int32_t strict;     /* 1 */
    int32_t continue_on_error; /* 0: one bad layer, and there is no result */
    int32_t order;             /* enum arrowquant_order: ARROWQUANT_AS_GIVEN */
    int32_t large_offsets;     /* 0. 1: large_utf8, large_binary, large_list in the result */
    int32_t threads;           /* 0: one per core */
    double min_cosine;         /* 0.85; validate: least cosine similarity of a layer */

    /* Called on the thread that called, at most ten times a second and once at the end; null:
     * never. Whatever it throws is caught. */
    void (*progress)(void* context, const struct arrowquant_progress* progress);
    void* progress_context;
    const int32_t* cancel; /* null, or a value that any thread may make other than 0 */
};

ARROWQUANT_API const char* arrowquant_version(void); /* "0.1.0" */
ARROWQUANT_API void arrowquant_options_init(struct arrowquant_options* options);

/* Quantizes every layer of a table.
 * weights:   layer_name utf8, weights list<float32 or float16>, shape list<int64> if there
 * options:   null: all defaults
 * quantized: filled on DONE and SOME_FAILED
 * errors:    null, or filled on DONE, SOME_FAILED and INPUT_REJECTED: a row per bad layer with
 *            row int64, layer_name utf8, column utf8, message utf8 */
ARROWQUANT_API int arrowquant_quantize(struct ArrowArrayStream* weights,
    const struct arrowquant_options* options, struct ArrowArrayStream* quantized,
    struct ArrowArrayStream* errors);

/* The same for one record batch. Both input structs are released, both output structs filled. */
ARROWQUANT_API int arrowquant_quantize_batch(struct ArrowSchema* schema, struct ArrowArray* batch,
    const struct arrowquant_options* options, struct ArrowSchema* quantized_schema,
    struct ArrowArray* quantized_batch, struct ArrowArrayStream* errors);

/* The weights that a quantized table decodes to.
 * weights: filled on DONE and SOME_FAILED: layer_name, weights list<float32>, shape. Of the options
 *          only continue_on_error, order, large_offsets, threads, progress and cancel count. */
ARROWQUANT_API int arrowquant_dequantize(struct ArrowArrayStream* quantized,
    const struct arrowquant_options* options, struct ArrowArrayStream* weights);

/* Compares a quantized table with the weights it was made of, layer by layer, by name.
 * report: filled on DONE and BELOW_THRESHOLD; a row per layer of either table:
 *         layer_name, scheme, bits_per_weight, cosine, rel_rmse, sqnr_db, max_error, status:
 *         "passed", "below-minimum", "not-finite", "shape-differs", "missing-in-quantized",
 *         "missing-in-weights" or "unreadable" (a bad row of either table); numbers are NaN where
 *         nothing was compared */
ARROWQUANT_API int arrowquant_validate(struct ArrowArrayStream* weights,
    struct ArrowArrayStream* quantized, const struct arrowquant_options* options,
    struct ArrowArrayStream* report);

/* Why the last call of this thread did not return ARROWQUANT_DONE, a line per reason in UTF-8; ""
 * after one that did. Valid until the thread's next call. */
ARROWQUANT_API const char* arrowquant_last_error(void);

#ifdef __cplusplus
}
#endif
#endif
