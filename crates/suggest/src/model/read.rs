//! Reads what is served: the reverse of `build/served.rs`, where the format is told.

use super::{Fading, MAGIC, Model, ModelError, Parts, Returning, VERSION, bytes::Bytes};
use crate::{hash::hash, order::in_order};

impl Model {
    /// Reads a model for the products with these SKUs, in this order.
    pub fn read<'a>(bytes: &[u8], ids: impl ExactSizeIterator<Item = &'a str>) -> Result<Self, ModelError> {
        let mut bytes = Bytes(bytes);
        if bytes.take(MAGIC.len())? != MAGIC {
            return Err(ModelError::Damaged);
        }
        if bytes.byte()? != VERSION {
            return Err(ModelError::Version);
        }
        let products = ids.len();
        if bytes.u32()? != hash(ids) {
            return Err(ModelError::OtherCatalogue);
        }
        let fading = Fading {
            second: f32::from(bytes.byte()?) / 100.0,
            fade: f32::from(bytes.byte()?) / 100.0,
            reach: bytes.byte()?,
        };
        let mut returning = Returning::default();
        for share in returning.iter_mut().flatten() {
            *share = match bytes.byte()? {
                u8::MAX => 0.0,
                step => (-f32::from(step) / 16.0).exp(),
            };
        }
        let recent = recent(&mut bytes, products)?;
        let scale = (bytes.f32()?, bytes.f32()?);
        let steps = bytes.take(products)?;
        let prior = steps.iter().map(|step| scale.0 + f32::from(*step) * scale.1).collect();
        let lists = lists(&mut bytes, &by_step(steps))?;
        let known = steps.iter().map(|step| *step > 0).collect();
        Ok(Self::of(Parts { prior, known, lists, fading, returning, recent }))
    }
}

fn recent(bytes: &mut Bytes<'_>, products: usize) -> Result<Vec<u32>, ModelError> {
    let count = bytes.byte()?;
    (0..count).map(|_| bytes.number().and_then(|place| within(place, products))).collect()
}

/// Places from the most looked at on: neighbours are named by their rank in this order.
pub(crate) fn by_step(steps: &[u8]) -> Vec<usize> {
    in_order(0..steps.len(), |place| u64::from(u8::MAX - steps[place]))
}

fn lists(bytes: &mut Bytes<'_>, order: &[usize]) -> Result<Vec<Vec<(u32, f32)>>, ModelError> {
    let bits = bytes.byte()?;
    if !(1..=8).contains(&bits) {
        return Err(ModelError::Damaged);
    }
    let (lowest, step) = (bytes.f32()?, bytes.f32()?);
    let counts: Vec<usize> =
        order.iter().map(|_| bytes.number().map(|count| count as usize)).collect::<Result<_, _>>()?;
    let total = counts.iter().try_fold(0_usize, |sum, count| sum.checked_add(*count));
    // Each neighbour has a byte at least: more than that are not there.
    let total = total.filter(|total| *total <= bytes.0.len()).ok_or(ModelError::Damaged)?;
    let mut lists = vec![Vec::new(); order.len()];
    for (place, count) in order.iter().zip(&counts) {
        let mut list = Vec::with_capacity(*count);
        let mut rank = 0_u32;
        for i in 0..*count {
            rank = rank.checked_add(bytes.number()?).ok_or(ModelError::Damaged)?;
            rank = rank.checked_add(u32::from(i > 0)).ok_or(ModelError::Damaged)?;
            let to = order.get(rank as usize).ok_or(ModelError::Damaged)?;
            list.push((*to as u32, 0.0));
        }
        lists[*place] = list;
    }
    let packed = bytes.take((total * usize::from(bits)).div_ceil(8))?;
    let mut steps = unpacked(packed, bits);
    for place in order {
        for (_, lift) in &mut lists[*place] {
            *lift = lowest + step * f32::from(steps.next().ok_or(ModelError::Damaged)?);
        }
    }
    Ok(lists)
}

/// Numbers of so many bits behind each other, the low bits first.
fn unpacked(packed: &[u8], bits: u8) -> impl Iterator<Item = u8> {
    let (mut rest, mut held, mut count) = (packed.iter(), 0_u32, 0);
    std::iter::from_fn(move || {
        if count < bits {
            held |= u32::from(*rest.next()?) << count;
            count += 8;
        }
        let number = held & ((1 << bits) - 1);
        held >>= bits;
        count -= bits;
        Some(number as u8)
    })
}

fn within(place: u32, products: usize) -> Result<u32, ModelError> {
    if (place as usize) < products { Ok(place) } else { Err(ModelError::Damaged) }
}
