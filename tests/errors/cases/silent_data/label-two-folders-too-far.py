# notice: data.labels
# source: constructed
# says: 'elm', 'oak'
# says: kind_of goes 2 folders too far\s+up
# says: return Path\(file\)\.parent\.name
# %% before
from fastai.vision.all import *
for c in ('oak', 'elm'):
    (Path('all')/'leaves'/c).mkdir(parents=True)
    for i in range(6): PILImage.create(np.full((24, 24, 3), 30 * i, dtype=np.uint8)).save(Path('all')/'leaves'/c/f'{i}.png')
def kind_of(file): return Path(file).parent.parent.parent.name
# %% cell
dls = ImageDataLoaders.from_path_func('all', get_image_files('all'), kind_of, valid_pct=0.3, seed=1, bs=2, num_workers=0)
# %% mended
def kind_of(file): return Path(file).parent.name
dls = ImageDataLoaders.from_path_func('all', get_image_files('all'), kind_of, valid_pct=0.3, seed=1, bs=2, num_workers=0)
