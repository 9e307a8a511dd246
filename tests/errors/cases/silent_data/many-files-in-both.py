# notice: splits.same_items_in_both
# source: constructed
# says: are\s+in\s+the\s+training\s+set\s+too
# %% before
from fastai.vision.all import *
path = Path('owls')
path.mkdir()
Image.new('RGB', (16, 16), (90, 60, 30)).save(path/'barn_0.jpg')
for i in range(1, 900): (path/f"{'barn' if i % 2 else 'snowy'}_{i}.jpg").write_bytes((path/'barn_0.jpg').read_bytes())
def owl(name): return name.split('_')[0]
# %% cell
files = get_image_files(path) + get_image_files(path)
dls = ImageDataLoaders.from_name_func(path, files, owl, seed=2, bs=8, num_workers=0)
# %% mended
files = get_image_files(path)
dls = ImageDataLoaders.from_name_func(path, files, owl, seed=2, bs=8, num_workers=0)
