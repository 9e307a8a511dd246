# notice: numbered_datasets.numbered_by_each
# source: constructed
# says: 'fox' is 2 in trn.names and 1 in\s+val.names
# says: val.names = trn.names
# %% before
from fastai.vision.all import *
for part, kinds in [('train', ['cat', 'dog', 'fox']), ('valid', ['cat', 'fox'])]:
    for kind in kinds:
        where = Path('animals')/part/kind
        where.mkdir(parents=True)
        for i in range(4): Image.new('RGB', (24, 24), (i*40, 60, 90)).save(where/f'{kind}_{i}.png')
class PictureFolder:
    def __init__(self, root):
        self.names = sorted(one.name for one in Path(root).iterdir())
        self.files = get_image_files(root)
    def __len__(self): return len(self.files)
    def __getitem__(self, i):
        picture = tensor(np.array(Image.open(self.files[i]))).permute(2, 0, 1).float()/255
        return picture, tensor(self.names.index(self.files[i].parent.name))
# %% cell
trn, val = PictureFolder('animals/train'), PictureFolder('animals/valid')
zoo = DataLoaders.from_dsets(trn, val, bs=4)
# %% mended
trn, val = PictureFolder('animals/train'), PictureFolder('animals/valid')
val.names = trn.names
zoo = DataLoaders.from_dsets(trn, val, bs=4)
