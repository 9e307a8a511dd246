# rule: python_dates.date_format
# source: constructed
# says: datetime\.strptime\('2020\-01\-05','%Y\-%m\-%d'\)
# %% fails
from datetime import datetime
datetime.strptime('2020-01-05','%d/%m/%Y')
# %% mended
from datetime import datetime
datetime.strptime('2020-01-05','%Y-%m-%d')
