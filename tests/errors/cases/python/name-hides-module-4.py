# rule: python_attributes.name_hides_module
# source: constructed
# says: datetime\.now\(\)
# says: datetime
# %% before
from datetime import datetime
# %% fails
datetime.datetime.now()
# %% mended
datetime.now()
