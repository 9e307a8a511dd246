# rule: python_attributes.no_such_part_of_module
# source: constructed
# says: datetime\.datetime\.now\(\)
# says: datetime
# %% fails
import datetime
datetime.now()
# %% mended
import datetime
datetime.datetime.now()
