"""People and their roles."""

from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group

from accounts.models import Person
from desk.site import desk

desk.register(Group, GroupAdmin)
desk.register(Person, UserAdmin)
