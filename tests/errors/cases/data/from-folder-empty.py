# rule: items_found.nothing_found
# source: https://github.com/muellerzr/fastdebug/issues/2
# says: empty
# says: Path\('data'\)\.ls\(\)
# %% before
from fastai.vision.all import *
Path('data').mkdir()
# %% fails
dls = ImageDataLoaders.from_folder('data', valid_pct=0.2, item_tfms=Resize(32))
# %% mended
Path('data').ls()
