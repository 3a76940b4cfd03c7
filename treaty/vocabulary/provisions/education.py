"""Military education."""

from treaty.vocabulary.money import Money
from treaty.vocabulary.provisions.terms import Count, Line, Months, ProvisionTerms, Several, attribute
from treaty.vocabulary.provisions.training_exercises import Tuition
from treaty.vocabulary.term import Term

GENERAL = "General usage of the field"


class EducationLevel(Term):
    """A level of military education."""

    CADET = ("cadet", "Cadets", "Officer training at an academy.", GENERAL)
    STAFF_COLLEGE = ("staff_college", "Staff college", "Staff and war college courses.", GENERAL)
    SPECIALIST = ("specialist", "Specialist courses", "Courses in a trade, branch or technology.", GENERAL)
    LANGUAGE = ("language", "Language training", "Language courses.", GENERAL)
    UNIVERSITY = ("university", "University degrees", "Studies for an academic degree.", GENERAL)
    TEACHERS = ("teachers", "Teachers and instructors", "Exchange of teaching staff.", GENERAL)


class EducationTerms(ProvisionTerms):
    """Who is taught what, where and at whose cost."""

    levels: Several[EducationLevel] | None = attribute("Levels", "Levels of education.")
    institutions: Several[Line] | None = attribute("Institutions", "Academies, colleges and schools named.")
    seats: Count | None = attribute("Places", "Number of places in a year.")
    course_months: Months | None = attribute("Length of course", "Length of a course, in months.")
    tuition: Tuition | None = attribute("Tuition", "What it costs those who are taught.")
    allowance: Money | None = attribute("Allowance", "Monthly allowance of a student.")
    qualifications_recognised: bool | None = attribute("Recognition", "Whether qualifications are recognised.")
