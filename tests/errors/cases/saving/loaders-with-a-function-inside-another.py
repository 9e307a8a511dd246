# rule: saving_lambdas.holds_a_lambda
# source: constructed
# says: label,\s+which\s+was\s+defined\s+inside\s+make_dls
# %% before
from fastai.vision.all import *
from PIL import Image
for c in ['cat','dog']:
    d=Path('pets')/c; d.mkdir(parents=True, exist_ok=True)
    for i in range(8): Image.new('RGB',(40,40),(i*20,60,90)).save(d/f'{c}_{i}.jpg')
def make_dls(path):
    def label(o): return o.parent.name
    return ImageDataLoaders.from_path_func(path, get_image_files(path), label, item_tfms=Resize(32), bs=4, num_workers=0)
dls = make_dls('pets')
# %% fails
torch.save(dls, 'dls.pkl')
