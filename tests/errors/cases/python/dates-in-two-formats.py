# rule: python_dates.date_format
# source: constructed
# says: 2 of the 3 texts are written so
# says: for form in \('%Y-%m-%d', '%d\.%m\.%Y'\)
# %% before
from datetime import datetime
seen = ['2021-07-09', '25.12.2020', '2021-08-30']
# %% fails
days = [datetime.strptime(one, '%Y-%m-%d') for one in seen]
# %% mended
def read_date(s):
    for form in ('%Y-%m-%d', '%d.%m.%Y'):
        try: return datetime.strptime(s, form)
        except ValueError: pass
days = [read_date(s) for s in seen]
