// The settings and tables of LimeSurvey's surveys, and what becomes of each.
import { each, type Fates } from "./foreign-settings.ts";

/** Of a question; those that only say how it looks or is counted are the same here. */
export const attributeFates: Fates = {
  ...each("carried", "maximum_chars", "min_answers", "max_answers", "min_num_value_n", "max_num_value_n", "num_value_int_only", "numbers_only"),
  ...each("carried", "slider_min", "slider_max", "date_min", "date_max", "date_format", "exclude_all_others", "other_replace_text", "hidden"),
  ...each("carried", "max_filesize", "max_num_of_files", "min_num_of_files", "allowed_filetypes", "location_mapservice", "multiflexible_checkbox"),
  ...each("carried", "dualscale_headerA", "dualscale_headerB", "prefix", "suffix", "max_subquestions"),
  ...each("random-order", "random_order", "subquestion_order", "alphasort", "parent_order"),
  ...each("filter-shows", "array_filter", "code_filter"),
  ...each("formula", "em_validation_q", "em_validation_sq"),
  ...each("tip", "em_validation_q_tip", "em_validation_sq_tip"),
  ...each("sum", "equals_num_value", "min_num_value", "max_num_value"),
  ...each("headings", "category_separator", "choice_title", "rank_title"),
  ...each("file-words", "show_title", "show_comment"),
  ...{ array_filter_exclude: "filter-hides", equation: "worked-out", time_limit: "timed", random_group: "page-random", slider_default: "prefilled" },
  ...{ other_comment_mandatory: "other-needed", other_numbers_only: "digits", placeholder: "placeholder", answer_order: "carried" },
  ...each("same", "answer_width", "answer_width_bycolumn", "array_filter_style", "assessment_value", "auto_submit", "autoplay", "addlineicon", "autoaddnewline"),
  ...each("same", "choice_input_columns", "clear_default", "commented_checkbox", "commented_checkbox_auto", "crop_or_resize", "cssclass", "display_columns"),
  ...each("same", "display_rows", "display_type", "dropdown_dates", "dropdown_dates_minute_step", "dropdown_dates_month_style", "dropdown_prefix"),
  ...each("same", "dropdown_prepostfix", "dropdown_separators", "dropdown_size", "exclude_all_others_auto", "fix_height", "fix_width", "hide_tip"),
  ...each("same", "horizontal_scroll", "input_boxes", "input_size", "keep_aspect", "label_input_columns", "location_city", "location_country"),
  ...each("same", "location_defaultcoordinates", "location_mapheight", "location_mapwidth", "location_mapzoom", "location_nodefaultfromip"),
  ...each("same", "location_postal", "location_state", "multiflexible_max", "multiflexible_min", "multiflexible_step", "other_position", "other_position_code"),
  ...each("same", "page_break", "printable_help", "public_statistics", "question_template", "repeat_headings", "reverse", "samechoiceheight", "samelistheight"),
  ...each("same", "save_as_default", "scale_export", "show_grand_total", "show_progress", "show_search", "show_tick", "show_totals", "showpopups"),
  ...each("same", "slider_accuracy", "slider_custom_handle", "slider_default_set", "slider_handle", "slider_layout", "slider_middlestart"),
  ...each("same", "slider_orientation", "slider_rating", "slider_reset", "slider_reversed", "slider_separator", "slider_showminmax"),
  ...each("same", "statistics_graphtype", "statistics_showgraph", "statistics_showmap", "subquestion_width", "text_input_columns", "text_input_width"),
  ...each("same", "time_limit_action", "time_limit_countdown_message", "time_limit_disable_next", "time_limit_disable_prev", "time_limit_message"),
  ...each("same", "time_limit_message_delay", "time_limit_message_style", "time_limit_timer_style", "time_limit_warning", "time_limit_warning_2"),
  ...each("same", "time_limit_warning_2_display_time", "time_limit_warning_2_message", "time_limit_warning_2_style", "time_limit_warning_display_time"),
  ...each("same", "time_limit_warning_message", "time_limit_warning_style", "use_dropdown", "value_range_allows_missing", "width_entry", "answer_order_type"),
};

/** Whether a setting of the survey says anything: "I" and "inherit" leave it to the installation, about which the file says nothing. */
export function isSaidOfSurvey(value: unknown): boolean {
  return typeof value === "string" && !["", "0", "N", "I", "inherit"].includes(value);
}

/** Of the survey; whatever else stands there is about running it in LimeSurvey. */
export const surveyFates: Fates = {
  ...each("kept-more", "ipaddr", "refurl", "savetimings"),
  ...each("signs-in", "usetokens", "allowregister"),
  ...each("sends-on", "emailnotificationto", "emailresponseto"),
  ...{ googleanalyticsapikey: "visitors", assessments: "marks", publicstatistics: "same" },
};

/** The tables of a file. */
export const tableFates: Fates = {
  ...each("carried", "languages", "groups", "group_l10ns", "questions", "subquestions", "question_l10ns", "answers", "answer_l10ns"),
  ...each("carried", "question_attributes", "conditions", "surveys", "surveys_languagesettings"),
  ...each("same", "LimeSurveyDocType", "DBVersion", "themes", "themes_inherited", "plugin_settings", "survey_permissions", "surveys_groups", "surveys_groupsettings", "labelsets", "labels"),
  ...each("quota", "quota", "quota_members", "quota_languagesettings", "quota_ls"),
  ...each("prefilled", "defaultvalues", "defaultvalue_l10ns", "survey_url_parameters"),
  ...{ assessments: "marks" },
};
