# rule: listings_joined.name_of_a_path
# source: constructed
# says: Image\.open\(p\)
# %% before
from pathlib import Path
from PIL import Image
Path('im').mkdir(); Image.new('RGB',(8,8)).save('im/a.png')
path=Path('im')
# %% fails
for p in path.iterdir():
    im=Image.open(p.name)
# %% mended
for p in path.iterdir():
    im=Image.open(p)
