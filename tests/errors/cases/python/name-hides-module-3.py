# rule: python_attributes.name_hides_module
# source: constructed
# says: import time
# says: time
# %% before
from time import time
# %% fails
time.sleep(0.1)
# %% mended
import time
time.sleep(0.1)
