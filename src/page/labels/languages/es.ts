/** Spanish (Spain and Mexico). Verified: the offer page's order limit. The form's texts are best knowledge. */
export const es = `
el comprador compra
productos comprados
el comprador obtiene
se aplica a
fecha de inicio
fecha de finalización
descripción interna
id de seguimiento
código promocional
un canje por cliente
combinabilidad del código promocional
texto mostrado en la página de detalles
presupuesto
añadir nivel
eliminar nivel

de un solo uso
grupo
ninguno
preferente
sin restricciones
exclusivo
al menos esta cantidad de productos
al menos este importe
por cada cantidad de productos comprados
porcentaje de descuento
importe de descuento
precio fijo para todos los productos
productos gratis
producto adicional
seleccionar
catálogo completo


código promocional para redes sociales
compra uno y llévate otro gratis

revisar
enviar
nombre del grupo
cantidad
crear
listo
descargar
estado
!cantidad máxima de pedido
niveles
administrar códigos promocionales|gestionar códigos promocionales
número de pedidos|pedidos
importe total|importe
cancelar|volver|atrás|anterior|regresar
pendiente|programada
activa|activo|en curso
caducada|vencida|expirada|finalizada|terminada
cancelada|cancelado`;
