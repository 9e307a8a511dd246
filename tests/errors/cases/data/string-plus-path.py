# rule: path_text.added_to_a_path
# source: constructed
# says: Path\('data/'\)/name
# %% before
from fastai.vision.all import *
name = Path('train')
# %% fails
'data/' + name
# %% mended
Path('data/')/name
