# rule: python_calling.module_called
# source: constructed
# says: datetime\.datetime\(2020,1,1\)
# says: datetime
# %% fails
import datetime
datetime(2020,1,1)
# %% mended
import datetime
datetime.datetime(2020,1,1)
