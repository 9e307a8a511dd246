# rule: notebook_undefined.not_imported
# source: constructed
# says: from datetime import datetime
# says: datetime
# %% fails
datetime.now()
# %% mended
from datetime import datetime
