# rule: python_dates.date_format
# source: constructed
# says: If the month stands first: '%m/%d/%Y'
# %% fails
from datetime import datetime
datetime.strptime('03/04/2020', '%Y-%m-%d')
# %% mended
from datetime import datetime
datetime.strptime('03/04/2020', '%d/%m/%Y')
