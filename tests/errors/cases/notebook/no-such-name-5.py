# rule: notebook_imports.no_such_name
# source: constructed
# says: from PIL import Image
# says: PIL
# %% fails
from PIL import image
# %% mended
from PIL import Image
