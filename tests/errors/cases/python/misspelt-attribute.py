# rule: python_attributes.misspelt_attribute
# source: constructed
# says: month
# %% before
from datetime import date
day = date(2020, 1, 5)
# %% fails
day.mnth
# %% mended
day.month
