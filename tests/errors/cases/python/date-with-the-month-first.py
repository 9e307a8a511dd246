# rule: python_dates.date_format
# source: constructed
# says: strptime\('12/25/2020', '%m/%d/%Y'\)
# %% fails
from datetime import datetime
datetime.strptime('12/25/2020', '%Y-%m-%d')
# %% mended
from datetime import datetime
datetime.strptime('12/25/2020', '%m/%d/%Y')
