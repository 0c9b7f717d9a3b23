/**
 * Functions that a reader's statement may call: they compute from their arguments, or read the engine's lists of tables,
 * columns and types. All others are refused, those of engines to come too. Left out on purpose is what changes or holds
 * the engine, reads files, settings or other readers' statements, runs a text, or makes much of little in one call,
 * which nothing can interrupt (`repeat`, `lpad`, `printf`).
 */
export const allowedFunctions: ReadonlySet<string> = new Set(
  [
    // numbers
    "abs acos acosh add asin asinh atan atan2 atanh bit_count cbrt ceil ceiling cos cosh cot degrees divide even exp",
    "factorial fdiv floor fmod gamma gcd greatest greatest_common_divisor isfinite isinf isnan lcm least",
    "least_common_multiple lgamma ln log log10 log2 mod multiply nextafter pi pow power radians random round round_even",
    "roundbankers sign signbit sin sinh sqrt subtract tan tanh trunc xor",
    // texts
    "ascii bar base64 bit_length char_length character_length chr concat concat_ws contains damerau_levenshtein decode",
    "editdist3 encode ends_with format_bytes formatreadabledecimalsize formatreadablesize from_base64 from_binary from_hex",
    "hamming hash hex ilike_escape instr jaccard jaro_similarity jaro_winkler_similarity lcase left left_grapheme len length",
    "length_grapheme levenshtein like_escape lower ltrim md5 md5_number mismatches nfc_normalize not_ilike_escape",
    "not_like_escape octet_length ord position prefix regexp_escape regexp_extract regexp_extract_all regexp_full_match",
    "regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table replace reverse right right_grapheme rtrim",
    "sha1 sha256 split split_part starts_with str_split str_split_regex string_split string_split_regex string_to_array",
    "strip_accents strlen strpos substr substring substring_grapheme suffix to_base to_base64 to_binary to_hex translate",
    "trim ucase unbin unhex unicode upper url_decode url_encode",
    // dates and times
    "age ago century current_date current_localtime current_localtimestamp date_add date_diff date_part date_sub",
    "date_trunc datediff datepart datesub datetrunc day dayname dayofmonth dayofweek dayofyear days_in_month decade epoch",
    "epoch_ms epoch_ns epoch_us era get_current_time get_current_timestamp hour isodow isoyear julian last_day make_date",
    "make_time make_timestamp make_timestamp_ms make_timestamp_ns make_timestamptz microsecond millennium millisecond",
    "minute month monthname nanosecond normalized_interval now quarter second strftime strptime time_bucket timezone",
    "timezone_hour timezone_minute to_centuries to_days to_decades to_hours to_microseconds to_millennia to_milliseconds",
    "to_minutes to_months to_quarters to_seconds to_timestamp to_weeks to_years today transaction_timestamp try_strptime",
    "week weekday weekofyear year yearweek",
    // lists, structures, maps
    "apply array_aggr array_aggregate array_append array_apply array_cat array_concat array_contains array_distinct",
    "array_extract array_filter array_has array_has_all array_has_any array_indexof array_intersect array_length",
    "array_pop_back array_pop_front array_position array_prepend array_push_back array_push_front array_reduce",
    "array_reverse array_reverse_sort array_select array_slice array_sort array_to_string array_transform array_unique",
    "array_value array_where array_zip cardinality element_at filter flatten grade_up list_aggr list_aggregate",
    "list_any_value list_append list_apply list_approx_count_distinct list_avg list_bool_and list_bool_or list_cat",
    "list_concat list_contains list_count list_distinct list_element list_entropy list_extract list_filter list_first",
    "list_grade_up list_has list_has_all list_has_any list_histogram list_indexof list_intersect list_kurtosis list_last",
    "list_mad list_max list_median list_min list_mode list_pack list_position list_prepend list_product list_reduce",
    "list_reverse list_reverse_sort list_select list_skewness list_slice list_sort list_stddev_pop list_stddev_samp",
    "list_string_agg list_sum list_transform list_unique list_value list_var_pop list_var_samp list_where list_zip map",
    "map_concat map_contains map_contains_entry map_contains_value map_entries map_extract map_extract_value",
    "map_from_entries map_keys map_values reduce remap_struct row struct_concat struct_contains struct_extract",
    "struct_extract_at struct_has struct_indexof struct_insert struct_keys struct_pack struct_position struct_update",
    "struct_values union_extract union_tag union_value unnest",
    // what else an expression may ask
    "alias can_cast_implicitly constant_or_null enum_code enum_first enum_last enum_range enum_range_boundary",
    "equi_width_bins error gen_random_uuid is_histogram_other_bin nullif pg_typeof typeof uuid uuidv4 uuidv7 version",
    // aggregates and windows
    "any_value approx_count_distinct approx_quantile approx_top_k arbitrary arg_max arg_max_null arg_max_nulls_last",
    "arg_min arg_min_null arg_min_nulls_last argmax argmin array_agg avg bit_and bit_or bit_xor bool_and bool_or corr",
    "count count_if count_star countif covar_pop covar_samp cume_dist dense_rank entropy favg fill first first_value fsum",
    "geomean geometric_mean group_concat histogram histogram_exact kahan_sum kurtosis kurtosis_pop lag last last_value",
    "lead list listagg mad max max_by mean median min min_by mode nth_value ntile percent_rank product quantile",
    "quantile_cont quantile_disc rank rank_dense regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx",
    "regr_sxy regr_syy reservoir_quantile row_number sem skewness stddev stddev_pop stddev_samp string_agg sum",
    "sum_no_overflow sumkahan var_pop var_samp variance wavg weighted_avg",
  ].flatMap((names) => names.split(" ")),
);

/** What may stand where a table stands and is called as a function. */
export const allowedTableFunctions: ReadonlySet<string> = new Set(
  "duckdb_columns duckdb_functions duckdb_keywords duckdb_tables duckdb_types duckdb_views generate_series pragma_table_info range unnest".split(
    " ",
  ),
);

/** The engine's own views that may be read, as the tables of the releases are. */
export const allowedViews: ReadonlySet<string> = new Set(
  "character_sets columns duckdb_columns duckdb_tables duckdb_types duckdb_views schemata tables views".split(
    " ",
  ),
);

/** Names of functions and views that an engine has and no statement may use: `kind` (`function` or `view`) and `name`. */
export const namesSql =
  "SELECT DISTINCT 'function' AS kind, lower(function_name) AS name FROM duckdb_functions() UNION ALL SELECT DISTINCT 'view', lower(view_name) FROM duckdb_views() WHERE internal";

/** What of an engine's own names (`namesSql`) is refused. A name that is a table's function and another's too must be on both lists. */
export interface RefusedNames {
  readonly functions: ReadonlySet<string>;
  readonly views: ReadonlySet<string>;
}

export function refusedNames(
  names: readonly { readonly kind: string; readonly name: string }[],
): RefusedNames {
  const pick = (kind: string, allowed: (name: string) => boolean) =>
    new Set(names.filter((one) => one.kind === kind && !allowed(one.name)).map(({ name }) => name));
  return {
    functions: pick("function", (name) => allowedFunctions.has(name) || allowedTableFunctions.has(name)),
    views: pick("view", (name) => allowedViews.has(name)),
  };
}
