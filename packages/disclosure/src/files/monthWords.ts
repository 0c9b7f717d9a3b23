/** Names of months and their usual short forms in English, French, Spanish, Portuguese, Russian, Ukrainian and Arabic. */
const MONTHS = `
jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov
november dec december
janv janvier fév févr février mars avr avril mai juin juil juillet août aout septembre octobre novembre déc décembre
ene enero febrero marzo abr abril mayo junio julio ago agosto set septiembre setiembre octubre noviembre dic diciembre
janeiro fev fevereiro março marco maio junho julho setembro out outubro novembro dez dezembro
янв январь января фев февр февраль февраля мар март марта апр апрель апреля май мая июн июнь июня июл июль июля авг
август августа сен сент сентябрь сентября окт октябрь октября ноя нояб ноябрь ноября дек декабрь декабря
січ січень січня лют лютий лютого бер березень березня кві квіт квітень квітня тра трав травень травня чер черв
червень червня лип липень липня сер серп серпень серпня вер вересень вересня жов жовт жовтень жовтня лис лист листопад
листопада гру груд грудень грудня
يناير فبراير مارس ابريل مايو يونيو يونيه يوليو يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر
كانون شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين
جانفي فيفري افريل ماي جوان جويليه اوت يوليوز غشت شتنبر نونبر دجنبر`;

/** Words that say that a week, a quarter or a part of a year follows. */
const PARTS = `
w wk week weeks kw semaine sem semana неделя недели нед тиждень тижня тиж اسبوع الاسبوع
q qtr quarter t trim trimestre trimester кв квартал квартала кварталу ربع الربع h half hy s semestre semester
полугодие полугодия півріччя نصف النصف v doy day jour día dia день يوم`;

/** Words that stand in dates and say nothing by themselves. */
const FILLERS = `
st nd rd th er º ª de del du do da of the le el em en on г год года году р рік року й го е z utc gmt am pm h m s
mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday
lun lundi mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche
lunes martes mié miércoles jue jueves vie viernes sáb sábado dom domingo
seg segunda ter terça qua quarta qui quinta sex sexta feira
пн понедельник вт вторник ср среда чт четверг пт пятница сб суббота вс воскресенье
понеділок вівторок середа четвер пятниця субота нд неділя
الاثنين الثلاثاء الاربعاء الخميس الجمعة الجمعه السبت الاحد من عام سنة سنه م يوم الاول الثاني`;

/** Months in Roman numerals, as in `12.V.2021`. */
const ROMAN = "i ii iii iv v vi vii viii ix x xi xii";

export const monthWords: ReadonlySet<string> = words(MONTHS);
export const partWords: ReadonlySet<string> = words(PARTS);
export const fillerWords: ReadonlySet<string> = words(FILLERS);
export const romanMonths: ReadonlySet<string> = words(ROMAN);

function words(list: string): ReadonlySet<string> {
  return new Set(list.normalize("NFKC").trim().split(/\s+/));
}
