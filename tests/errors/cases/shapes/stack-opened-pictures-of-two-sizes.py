# rule: joining.join_unequal
# source: https://discuss.pytorch.org/t/stack-expects-each-tensor-to-be-equal-size/131253
# says: \(20, 16\)
# says: size
# says: resize\(\(16, 16\)\)
# %% before
from PIL import Image
from fastai.vision.all import *
Path('sevens').mkdir()
for i in range(4): Image.new('L', (16, 20 if i == 2 else 16), i * 40).save(f'sevens/{i}.png')
files = get_image_files('sevens').sorted()
# %% fails
pics = [tensor(Image.open(f)) for f in files]
block = torch.stack(pics).float() / 255
# %% mended
pics = [tensor(Image.open(f).resize((16, 16))) for f in files]
block = torch.stack(pics).float() / 255
