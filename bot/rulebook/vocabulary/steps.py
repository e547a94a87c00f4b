"""Steps: one line of arithmetic, or one thing to do; operands in brackets."""

from __future__ import annotations

STEPS: dict[str, str] = {
    "YEARLY_TO_DAILY": "yearly / days = a day [yearly, days] result RM",
    "YEARLY_TO_MONTHLY": "yearly / 12 = a month [yearly, months] result RM",
    "MONTHLY_TIMES_MONTHS": "monthly x months [monthly, months] result RM",
    "PERIODS_TIMES_AMOUNT": "periods x amount [periods, amount] result RM",
    "EMPLOYER_PLUS_EMPLOYEE": "employer + employee [employer, employee] result RM",
    "PERCENT_OF_EARNINGS": "percent of the earnings [platform, amount, percent] result"
    " RM",
    "SUM_OF_DEDUCTIONS": "all platforms together [deductions] result RM",
    "PLAN_MINUS_DEDUCTIONS": "plan - deductions [monthly, deductions] result RM",
    "DEDUCTIONS_MINUS_PLAN": "deductions - plan [deductions, monthly] result RM",
    "SKSPS_PLAN_PRICE": "what a plan costs [plan, insured, monthly, yearly]",
    "PREPARE_DOCUMENTS": "have the papers ready",
    "REGISTER": "register, on the portal or at an office",
    "CHECK_ELIGIBILITY": "check age and status",
    "CHOOSE_PLAN_AND_PERIOD": "choose plan and period",
    "PAY": "pay [amount when fixed]",
    "KEEP_RECEIPT": "keep the receipt: cover starts at the time printed on it",
    "RENEW_YEARLY": "renew each year",
    "EMPLOYER_REGISTERS": "the employer registers the business and the employee [days"
    " after hiring]",
    "SHARE_OF_FULL": "each person's part of the full benefit [who:"
    " spouse|children|parents, full, people] result RM",
    "SHARE_EXPECTED": "what one part of a family would have [who: spouse|each_child|"
    "children_alone, or as the widower's family, percent, full] result RM",
    "SHARES_CUT": "above the full rate all are cut alike: with so many children"
    " [survivor: spouse|widower, percent, spouse: RM, people] result RM each child",
    "PERCENT_TIMES_AMOUNT": "percent x amount for each percent [percent, each] result"
    " RM",
    "PERCENT_OF_DAILY": "percent of loss x daily rate [percent, daily] result RM a day",
    "DAILY_TIMES_DAYS": "daily x days [daily, days] result RM",
    "DEATH_BENEFIT": "a benefit after a death [scheme, benefit] result RM where the Act"
    " prints it",
    "DEATH_BENEFIT_SHARED": "a monthly benefit after a death, for all dependants"
    " together [scheme, benefit] result RM where the Act prints it",
    "COVERED_STRETCH": "covered without a gap [first, last]",
    "PLAN_COMPARED": "a plan's price beside its benefits [plan, yearly, price: a day,"
    " leave: 30 days of leave, loss: total disablement for 30 days, family: dependants"
    " a month]",
    "ALLOWANCE_OF_MONTH": "job search allowance of the nth month [month, percent]"
    " result RM when a wage is given",
}
